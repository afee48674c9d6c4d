import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.pdf': 'application/pdf',
}
const packed = new Set(['.woff2', '.png', '.webp', '.pdf'])

/** A server on a free port of this machine. */
export interface Served {
  url: string
  close(): void
}

/** Serves a folder as a host with brotli would: text compressed, hashed files kept for a year, connections kept open. */
export function serveCompressed(folder: string): Promise<Served> {
  const compressed = new Map<string, Buffer>()
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
    const wanted = join(folder, path.endsWith('/') ? `${path}index.html` : path)
    const found = wanted.startsWith(folder) && existsSync(wanted) && statSync(wanted).isFile()
    const file = found ? wanted : join(folder, '404.html')
    const extension = extname(file)
    const brotli =
      !packed.has(extension) && /\bbr\b/.test(String(request.headers['accept-encoding']))
    const key = `${file} ${brotli}`
    const body =
      compressed.get(key) ?? (brotli ? brotliCompressSync(readFileSync(file)) : readFileSync(file))
    compressed.set(key, body)
    response.writeHead(found ? 200 : 404, {
      'content-type': types[extension] ?? 'application/octet-stream',
      'content-length': body.length,
      'cache-control': /^\/(_astro|type)\/.*[.-][\w-]{8,}\.\w+$/.test(path)
        ? 'public, max-age=31536000, immutable'
        : 'public, max-age=600',
      vary: 'accept-encoding',
      ...(brotli ? { 'content-encoding': 'br' } : {}),
    })
    response.end(request.method === 'HEAD' ? undefined : body)
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      resolve({
        url: `http://127.0.0.1:${port}/`,
        close: () => {
          server.close()
          server.closeAllConnections()
        },
      })
    })
  })
}
