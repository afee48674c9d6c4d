import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
}

/** Serves a folder as it is, below a path on a free port, and 404.html for what it has not; resolves to the address. */
export async function serveFolder(
  folder: string,
  base: string,
): Promise<{ url: string; close(): void }> {
  const read = (path: string) =>
    path.startsWith(base) && !path.includes('..')
      ? readFile(join(folder, path.slice(base.length), path.endsWith('/') ? 'index.html' : ''))
      : Promise.reject(new Error(path))
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
    const found = await read(path).catch(() => undefined)
    const type = found ? types[extname(path) || '.html'] : types['.html']
    response.writeHead(found ? 200 : 404, {
      'content-type': type ?? 'application/octet-stream',
      'cache-control': 'no-cache',
    })
    response.end(found ?? (await read(`${base}404.html`).catch(() => '')))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
