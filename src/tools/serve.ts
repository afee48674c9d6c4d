import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import sirv from 'sirv'

/** A server of this machine. */
export interface Served {
  /** Where the site begins, with a slash at its end. */
  url: string
  close(): Promise<void>
}

/** Types that are told apart by their charset, or that few servers know. */
const types: Record<string, string> = {
  '.csv': 'text/csv; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
}
const hashed = /\/(_astro|type)\/.*[.-][\w-]{8,}\.\w+$/

/**
 * Serves a built site on 127.0.0.1 as its hosts do: the compressed files that are there, hashed files kept for a year,
 * `404.html` for what is not there, everything below `base`. Without a port it takes a free one.
 */
export function serve(
  folder: string,
  { port = 0, base = '/' }: { port?: number; base?: string } = {},
): Promise<Served> {
  const lost = (response: import('node:http').ServerResponse) => {
    response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' })
    response.end(readFileSync(join(folder, '404.html')))
  }
  const files = sirv(folder, {
    // Looked up anew for every request: a build may put another site in its place.
    dev: true,
    brotli: true,
    gzip: true,
    etag: true,
    setHeaders: (response, path) => {
      const type = types[extname(path)]
      if (type) response.setHeader('content-type', type)
      response.setHeader(
        'cache-control',
        hashed.test(path) ? 'public, max-age=31536000, immutable' : 'public, max-age=600',
      )
    },
    onNoMatch: (_request, response) => lost(response),
  })
  const below = base.replace(/\/$/, '')
  const server = createServer((request, response) => {
    if (!request.url?.startsWith(`${below}/`)) return lost(response)
    request.url = request.url.slice(below.length)
    files(request, response)
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      const taken = typeof address === 'object' && address ? address.port : port
      resolve({
        url: `http://127.0.0.1:${taken}${below}/`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed())
            server.closeAllConnections()
          }),
      })
    })
  })
}
