import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSite } from './site.ts'

/** Another site, on another origin: one page without a script, and what it holds. */
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

/** Opens the other site with a frame in its page; what the frame tells it is kept in `window.told`. */
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
