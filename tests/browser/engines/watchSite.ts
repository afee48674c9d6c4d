import { createServer, get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** Records every error of a page; runs before the page's own policy and scripts. */
function noteComplaints() {
  const complaints: string[] = []
  Object.assign(window, { complaints })
  addEventListener(
    'error',
    ({ message, target }) => {
      // Firefox reports that it cannot preload a module which it already has.
      if (!(target instanceof HTMLLinkElement && target.rel === 'modulepreload'))
        complaints.push(message ?? `没有取到 ${(target as Element).outerHTML}`)
    },
    true,
  )
  addEventListener('unhandledrejection', ({ reason }) => complaints.push(String(reason)))
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    complaints.push(`${violatedDirective} ${blockedURI}`),
  )
  for (const level of ['error', 'warn'] as const) {
    const say = console[level]
    console[level] = (...words) => {
      complaints.push(words.join(' '))
      say(...words)
    }
  }
}

/**
 * Serves a site again with a script at the start of each page that records errors: WebDriver has no command to read the
 * console, and this way every engine is checked alike.
 */
export async function watchSite(site: string): Promise<{ url: string; close(): void }> {
  /** A file as the server sends it, uncompressed. A connection kept from before may have been closed while a test was at work. */
  const ask = (path: string) =>
    new Promise<IncomingMessage>((resolve, reject) => {
      get(new URL(path, site), { agent: false }, resolve).on('error', reject)
    })
  const server = createServer(async (request, response) => {
    try {
      const answer = await ask(request.url ?? '/')
      const { connection: _, 'content-length': __, ...headers } = answer.headers
      const isPage = headers['content-type']?.startsWith('text/html')
      response.writeHead(answer.statusCode ?? 502, headers)
      if (!isPage) answer.pipe(response)
      else {
        const page = await text(answer)
        response.end(page.replace('<head>', `<head><script>(${noteComplaints})()</script>`))
      }
    } catch (error) {
      response.writeHead(502).end(String(error))
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
