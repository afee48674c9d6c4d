import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { get, type IncomingHttpHeaders } from 'node:http'
import { get as getSecurely } from 'node:https'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  hasBrotli,
  hasIPv6,
  hasNginx,
  hasOpenssl,
  serveNginx,
} from '../../src/machine/serveNginx.ts'
import { compressSite } from '../../src/publish/compressSite.ts'

const long = '政协'.repeat(200)
const files = {
  'index.html': long,
  '404.html': `没有这一页${long}`,
  '2025/consultation/index.html': long,
  '2025/charts/sessions/embed/index.html': long,
  '2025/data/indicators.csv': long,
  '2025/data/indicators.json': long,
  '2025/data/liaison-points.geojson': long,
  '2025/charts/sessions.svg': long,
  'site.webmanifest': long,
  'feed.xml': long,
  'robots.txt': long,
  '2025/report.pdf': long,
  '_astro/page.B9gofaHo.js': long,
  '_astro/page.B9gofaHo.css': long,
  'type/400-c96e562880.woff2': long,
}

let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'site-'))
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  await compressSite(folder)
})
afterAll(() => rmSync(folder, { recursive: true }))

/** The response to a gateway, which sends the host name and port that readers use. */
const ask = (url: string, headers: Record<string, string> = {}) =>
  new Promise<{ status: number; headers: IncomingHttpHeaders; text: string }>((resolve, reject) => {
    const gateway = { host: 'www.example.gov.cn:8443', 'x-forwarded-proto': 'https', ...headers }
    const isSecure = url.startsWith('https')
    // The certificate is the test's own.
    const options = { headers: gateway, rejectUnauthorized: false }
    ;(isSecure ? getSecurely : get)(url, options, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part) => {
        text += part
      })
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
      )
    }).on('error', reject)
  })

describe.skipIf(!hasNginx).each(['/lvzhi/', '/政协/履职/', '/'])(
  'nginx with the files of deploy/nginx/, at %s（没有 nginx 则略过）',
  (written) => {
    const base = encodeURI(written)
    let nginx: Awaited<ReturnType<typeof serveNginx>>
    beforeAll(async () => {
      nginx = await serveNginx(folder, written)
    })
    afterAll(() => nginx?.stop())
    const at = (path: string, headers?: Record<string, string>) =>
      ask(`${nginx.url}${base}${path}`, headers)

    test('an address without its slash leads to the one with it, whatever name, port and scheme readers use', async () => {
      const page = await at('2025/consultation')
      expect([page.status, page.headers.location]).toEqual([301, `${base}2025/consultation/`])
      const embed = await at('2025/charts/sessions/embed')
      expect([embed.status, embed.headers.location]).toEqual([
        301,
        `${base}2025/charts/sessions/embed/`,
      ])
      if (base === '/') return
      const home = await ask(`${nginx.url}${base.slice(0, -1)}?theme=dark`)
      expect([home.status, home.headers.location]).toEqual([301, `${base}?theme=dark`])
    })

    test('what keeps its address is asked for again, what is named by its content never', async () => {
      for (const path of ['', '2025/consultation/', '2025/charts/sessions/embed/', 'feed.xml'])
        expect((await at(path)).headers['cache-control'], path).toBe('no-cache')
      for (const path of [
        '2025/data/indicators.csv',
        '2025/charts/sessions.svg',
        '2025/report.pdf',
      ])
        expect((await at(path)).headers['cache-control'], path).toBe('no-cache')
      const { etag = '' } = (await at('')).headers
      expect((await at('', { 'if-none-match': etag })).status).toBe(304)
      for (const path of ['_astro/page.B9gofaHo.js', 'type/400-c96e562880.woff2'])
        expect((await at(path)).headers['cache-control'], path).toBe(
          'public, max-age=31536000, immutable',
        )
    })

    test('what is not there is answered with the site’s own page, and is not kept', async () => {
      for (const path of [
        '2026/',
        '2025/',
        '2025/data/none.csv',
        '_astro/',
        '_astro/none.js',
        'type/none',
      ]) {
        const { status, headers, text } = await at(path)
        expect([status, headers['content-type']], path).toEqual([404, 'text/html; charset=utf-8'])
        expect(text, path).toContain('没有这一页')
        expect(headers['cache-control'], path).toBe('no-cache')
      }
    })

    test('every kind of file has its type and its charset, and is sent compressed', async () => {
      const types = {
        '': 'text/html',
        '2025/data/indicators.csv': 'text/csv',
        '2025/data/indicators.json': 'application/json',
        '2025/data/liaison-points.geojson': 'application/geo+json',
        '2025/charts/sessions.svg': 'image/svg+xml',
        'site.webmanifest': 'application/manifest+json',
        'feed.xml': 'application/xml',
        'robots.txt': 'text/plain',
        '_astro/page.B9gofaHo.js': 'text/javascript',
        '_astro/page.B9gofaHo.css': 'text/css',
      }
      const encodings = [undefined, 'gzip', ...(hasBrotli ? ['br'] : [])]
      for (const [path, type] of Object.entries(types))
        for (const encoding of encodings) {
          const { headers } = await at(path, encoding ? { 'accept-encoding': encoding } : {})
          expect(
            [headers['content-type'], headers['content-encoding'], headers.vary],
            `${path} ${encoding}`,
          ).toEqual([`${type}; charset=utf-8`, encoding, 'Accept-Encoding'])
        }
    })

    test('every answer says how it may be read, and only embed pages may stand in a frame elsewhere', async () => {
      for (const file of [...Object.keys(files), 'none/']) {
        const { headers } = await at(file)
        expect(headers['x-content-type-options'], file).toBe('nosniff')
        expect(headers['referrer-policy'], file).toBe('strict-origin-when-cross-origin')
        expect(headers['permissions-policy'], file).toContain('camera=()')
        expect(headers['cross-origin-opener-policy'], file).toBe('same-origin')
        expect(headers['strict-transport-security'], file).toBeUndefined()
        expect(String(headers['content-security-policy']).split('; '), file).toEqual([
          "base-uri 'none'",
          "object-src 'none'",
          "form-action 'self'",
          `frame-ancestors ${file.includes('/embed/') ? '*' : "'self'"}`,
        ])
        expect(headers['access-control-allow-origin'], file).toBe(
          file.startsWith('type/') ? '*' : undefined,
        )
      }
    })

    test.skipIf(!hasIPv6)('readers with IPv6 get the same', async () => {
      const { status, text } = await ask(`http://[::1]:${nginx.port}${base}`)
      expect([status, text]).toEqual([200, files['index.html']])
    })
  },
)

describe.skipIf(!hasNginx || !hasOpenssl)('nginx with https（没有 nginx、openssl 则略过）', () => {
  let nginx: Awaited<ReturnType<typeof serveNginx>>
  beforeAll(async () => {
    nginx = await serveNginx(folder, '/lvzhi/', { secure: true })
  })
  afterAll(() => nginx?.stop())

  test('http leads to https, which browsers then keep to', async () => {
    const led = await ask(`${nginx.url}/lvzhi/2025/consultation/?theme=dark`)
    expect([led.status, led.headers.location]).toEqual([
      301,
      'https://www.example.gov.cn/lvzhi/2025/consultation/?theme=dark',
    ])
    const secure = `https://127.0.0.1:${nginx.securePort}/lvzhi/`
    for (const [path, expected] of [
      ['2025/consultation/', 200],
      ['type/400-c96e562880.woff2', 200],
      ['none/', 404],
    ] as const) {
      const { status, headers } = await ask(secure + path)
      expect(status, path).toBe(expected)
      expect(headers['strict-transport-security'], path).toBe('max-age=31536000')
      expect(headers.server, path).toBe('nginx')
    }
  })
})
