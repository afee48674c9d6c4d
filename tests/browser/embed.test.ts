import { existsSync, readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BuildName } from '../builds.ts'
import { portal } from '../portal.ts'
import { openBuild } from '../services.ts'
import { openSite } from './site.ts'

/** Another site, on another origin: a single page without scripts, and its contents. */
let markup = ''
const hostServer = createServer((_, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8')
  response.end(
    `<!doctype html><title>别的网站</title><body style="margin:0"><article>${markup}</article>`,
  )
})
let host: string
let site: Awaited<ReturnType<typeof openSite>>
beforeAll(async () => {
  site = await openSite()
  await new Promise<void>((listening) => hostServer.listen(0, '127.0.0.1', listening))
  host = `http://127.0.0.1:${(hostServer.address() as AddressInfo).port}/`
})
afterAll(async () => {
  hostServer.close()
  await site?.close()
})

/** Opens the other site with a frame in its page; messages from the frame are kept in `window.told`. */
async function frame(attributes: string, options = {}): Promise<Page> {
  markup = `<iframe title="图" width="390" height="1100" ${attributes}></iframe>`
  const page = await site.browser.newPage(options)
  await page.addInitScript(() => {
    const told: unknown[] = []
    Object.assign(window, { told })
    if (window === top) addEventListener('message', ({ data }) => told.push(data))
  })
  await page.goto(host)
  return page
}

const embed = (query = '') => `${site.url}2025/charts/sessions/embed/${query}`

test('in a sandboxed frame the height is told and the marks answer', async () => {
  const page = await frame(`sandbox="allow-scripts" src="${embed()}"`)
  await page.waitForFunction(() => (window as unknown as { told: unknown[] }).told.length > 0)
  const told = await page.evaluate(() =>
    (window as unknown as { told: { type: string; height: number }[] }).told.at(-1),
  )
  const inside = page.frameLocator('iframe')
  expect(await inside.locator('html').evaluate(() => window.origin)).toBe('null')
  expect(told).toEqual({
    type: 'height',
    height: await inside.locator('html').evaluate((root) => (root as HTMLElement).offsetHeight),
  })
  await inside.locator('svg:visible path.at').first().hover()
  expect(await inside.locator('read-marks [role=status]').textContent()).toContain('2025年第四季度')
  await page.close()
})

test('its links open a page of their own, which knows nothing of the host', async () => {
  const page = await frame(`sandbox="allow-scripts allow-popups" src="${embed()}"`)
  const links = page.frameLocator('iframe').locator('a[href]')
  expect(
    await links.evaluateAll((all) =>
      all.map((link) => [link.getAttribute('target'), link.getAttribute('rel')].join(' ')),
    ),
  ).toEqual(['_blank noopener'])
  const opened = page.waitForEvent('popup')
  await links.click()
  expect((await opened).url()).toBe(`${site.url}2025/charts/sessions/`)
  expect(page.url()).toBe(host)
  await page.close()
})

test.each([
  ['?theme=dark', 'light', 'rgb(20, 25, 26)'],
  ['?theme=light', 'dark', 'rgb(245, 239, 226)'],
  ['?theme=other', 'dark', 'rgb(20, 25, 26)'],
] as const)(
  '%s where the reader’s system is %s is painted on %s',
  async (query, colorScheme, paper) => {
    const page = await frame(`sandbox="allow-scripts" src="${embed(query)}"`, { colorScheme })
    const painted = await page
      .frameLocator('iframe')
      .locator('body')
      .evaluate((body) => getComputedStyle(body).backgroundColor)
    expect(painted).toBe(paper)
    await page.close()
  },
)

/** The embed code offered on every figure's page, tested in columns of several widths on pages without scripts. */
async function tryCode(
  name: BuildName,
  origin: string,
  year: number,
  most: number,
): Promise<string[]> {
  const { folder, url } = await openBuild(name)
  const base = new URL(url).pathname
  const page = await site.browser.newPage({ viewport: { width: 1280, height: 900 } })
  await page.route(`${origin}/**`, (route) => {
    const path = join(folder, new URL(route.request().url()).pathname.slice(base.length))
    const file = path.endsWith('/') ? join(path, 'index.html') : path
    return existsSync(file) ? route.fulfill({ path: file }) : route.abort()
  })
  const wrong: string[] = []
  const files = readdirSync(join(folder, `${year}/charts`)).filter((file) => file.endsWith('.csv'))
  for (const id of files.map((file) => file.replace('.csv', ''))) {
    await page.goto(`${origin}${base}${year}/charts/${id}/`)
    markup = (await page.locator('pre code').innerText()).trim()
    expect(markup).not.toContain('<script')
    await page.goto(host)
    const inside = page.frames()[1] as Frame
    for (const width of [320, 390, 600, 760, 1000, 1200]) {
      await page
        .locator('article')
        .evaluate((article, wide) => article.style.setProperty('width', `${wide}px`), width)
      await inside.evaluate(() => document.fonts.ready)
      const { tall, across, frame } = await inside.evaluate(() => ({
        tall: document.documentElement.offsetHeight,
        across: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        frame: innerHeight,
      }))
      const blank = frame - tall
      if (blank < 0 || blank > most || across > 0)
        wrong.push(`${id} at ${width}: ${tall} of ${frame}, ${across} across`)
    }
  }
  await page.close()
  return wrong
}

test.each([
  ['portal', portal.origin, 2025, 280],
  ['complete', 'https://www.example.org', 2099, 280],
] as const)(
  'the copied code of %s is tall enough at every width without a script, and hardly taller',
  async (name, origin, year, most) => {
    expect(await tryCode(name, origin, year, most)).toEqual([])
  },
)
