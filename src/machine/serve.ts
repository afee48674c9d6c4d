import { existsSync, readFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import sirv from 'sirv'

/** A running local server. */
export interface Served {
  /** The address of the site, ending in a slash. */
  url: string
  close(): Promise<void>
}

/** Content types that need a charset or that few servers know. */
const types: Record<string, string> = {
  '.csv': 'text/csv; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
}
/** Why a port cannot be used, in words. */
const refusals: Record<string, string> = {
  EADDRINUSE: '已经被别的程序占用',
  EACCES: '要管理员才能用',
}
/** How a site is served. */
interface Serving {
  /** A free one if not given. */
  port?: number
  /** The percent-encoded path of the site. */
  base?: string
  /** The address of the machine to listen on; `0.0.0.0` is every one that it has. */
  host?: string
}

const hashed = /\/(_astro|type)\/.*[.-][\w-]{8,}\.\w+$/

/**
 * Serves a built site on this machine the way deploy/nginx/ does: compressed files if they exist, hashed files cached for
 * a year, redirects to trailing slashes, `404.html` for missing pages, everything below `base`. Rejects if the port cannot
 * be used.
 */
export function serve(
  folder: string,
  { port = 0, base = '/', host = '127.0.0.1' }: Serving = {},
): Promise<Served> {
  const lost = (response: ServerResponse) => {
    response.writeHead(404, {
      'cache-control': 'no-cache',
      'content-type': 'text/html; charset=utf-8',
    })
    response.end(readFileSync(join(folder, '404.html')))
  }
  const files = sirv(folder, {
    // Files are looked up for every request, because a build may replace the site.
    dev: true,
    brotli: true,
    gzip: true,
    etag: true,
    setHeaders: (response, path) => {
      const type = types[extname(path)]
      if (type) response.setHeader('content-type', type)
      response.setHeader(
        'cache-control',
        hashed.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      )
    },
    onNoMatch: (_request, response) => lost(response),
  })
  const below = base.replace(/\/$/, '')
  /** Whether a path is that of a page with only the trailing slash missing. */
  const isFolder = (pathname: string) => {
    if (pathname.endsWith('/') || !`${pathname}/`.startsWith(`${below}/`)) return false
    const inside = pathname.slice(below.length)
    return existsSync(join(folder, inside, 'index.html'))
  }
  const server = createServer((request, response) => {
    const asked = `http://host${request.url}`
    if (!URL.canParse(asked)) return lost(response)
    const { pathname, search } = new URL(asked)
    if (isFolder(pathname)) {
      response.writeHead(301, { 'cache-control': 'no-cache', location: `${pathname}/${search}` })
      return response.end()
    }
    if (!pathname.startsWith(`${below}/`)) return lost(response)
    request.url = pathname.slice(below.length) + search
    files(request, response)
  })
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why = refusals[error.code ?? '']
      reject(why ? new Error(`端口 ${port} ${why}，请用 PORT 换一个`, { cause: error }) : error)
    })
    server.listen(port, host, () => {
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
