import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import fc from 'fast-check'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fold } from '../../src/search/fold.ts'
import { builtPages } from '../site/builtPages.ts'
import { openSite } from './site.ts'

let site: Awaited<ReturnType<typeof openSite>>
let page: Page
/** The searchable text of every page, by path, as the browser reads it. */
const texts = new Map<string, string>()
const address = (path: string) => new URL(path.replace(/^\//, ''), site.url).href

beforeAll(async () => {
  site = await openSite()
  page = await site.browser.newPage()
  await page.goto(address('/search/'))
  for (const { path, file, document } of builtPages) {
    if (file === 'index.html' || file.endsWith('/embed/index.html')) continue
    if (document.querySelector('meta[name="robots"][content*="noindex"]')) continue
    const text = await page.evaluate(async (href) => {
      const html = await (await fetch(href)).text()
      const main = new DOMParser().parseFromString(html, 'text/html').querySelector('main')
      for (const part of main?.querySelectorAll('[popover], svg, [data-search-ignore], script') ??
        [])
        part.remove()
      return main?.textContent ?? ''
    }, address(path))
    texts.set(path, text.replace(/\s+/g, ' ').trim())
  }
})
afterAll(() => site.close())

/** Puts a query into the search field of a page, all at once, and waits for the pages of its results, each once. */
async function ask(query: string, on = page): Promise<string[]> {
  const links = await on.evaluate(async (value) => {
    const input = document.querySelector<HTMLInputElement>('input[type=search][name=q]')
    const results = document.querySelector<HTMLElement>('[data-search-results]')
    if (!input || !results) throw new Error('没有检索框')
    input.value = value
    input.dispatchEvent(new InputEvent('input', { bubbles: true }))
    while (results.dataset.state === 'loading') await new Promise((done) => setTimeout(done, 2))
    if (results.dataset.state !== 'done') throw new Error(`检索状态：${results.dataset.state}`)
    return [...results.querySelectorAll<HTMLAnchorElement>('[data-result] a[href]')].map(
      (link) => link.href,
    )
  }, query)
  return [...new Set(links.map((link) => link.replace(site.url, '/').replace(/#.*/, '')))]
}

const truth = (query: string) => {
  const parts = fold(query).split(/\s+/).filter(Boolean)
  return [...texts]
    .filter(([, text]) => parts.every((part) => fold(text).includes(part)))
    .map(([path]) => path)
}

test('300 pieces drawn from the pages find exactly the pages that contain them', async () => {
  const seed = Number(process.env.SEED ?? Date.now())
  const all = [...texts.values()]
  const places = all.flatMap((text, index) =>
    [...text].map((character, at) => ({ index, at, character })),
  )
  const marks = places.filter(({ character }) => /[\p{P}\p{N}\p{S}A-Za-z]/u.test(character))
  const start = fc.oneof(fc.constantFrom(...places), fc.constantFrom(...marks))
  const pieces = fc
    .sample(fc.tuple(start, fc.nat(5), fc.integer({ min: 2, max: 6 })), { seed, numRuns: 400 })
    .map(([{ index, at }, before, length]) => {
      const from = Math.max(0, at - (before % length))
      return (all[index] as string).slice(from, from + length)
    })
    .filter((piece) => piece.trim().length > 1)
    .slice(0, 300)
  expect(pieces).toHaveLength(300)
  for (const piece of pieces) {
    const found = await ask(piece)
    expect(found.toSorted(), `“${piece}”，SEED=${seed}`).toEqual(truth(piece).toSorted())
  }
})

test.each([
  ['政企协商', ['consultation']],
  ['55.8%', ['supervision']],
  ['码上商', ['public-opinion']],
  ['芦席 水上巴士', ['public-opinion']],
  ['清单', ['proposals']],
  ['提案办理', ['proposals']],
  ['凤桥镇', ['map']],
  ['没有这个词呀', []],
  ['，', []],
  ['。”', []],
  ['０余', []],
])('%s is answered exactly, what is expected among the first five', async (query, slugs) => {
  const found = await ask(query)
  expect(found.toSorted()).toEqual(truth(query).toSorted())
  const first = found.slice(0, 5)
  expect(slugs.map((slug) => first.includes(`/2025/${slug}/`))).toEqual(slugs.map(() => true))
})

test('width, case and the order of parts make no difference', async () => {
  expect(await ask('５５．８％')).toEqual(await ask('55.8%'))
  expect(await ask('frictionless')).toEqual(await ask('ＦＲＩＣＴＩＯＮＬＥＳＳ'))
  expect(await ask('水上巴士　芦席')).toEqual(await ask('芦席 水上巴士'))
})

test('figure pages stand after the page of their chapter', async () => {
  const found = await ask('政企协商')
  const chapter = found.indexOf('/2025/consultation/')
  expect(found.indexOf('/2025/charts/sessions/')).toBeGreaterThan(chapter)
})

test('a query is shown in its field and the address, nowhere else', async () => {
  const query = '没有这个词呀'
  const title = await page.title()
  expect(await ask(query)).toEqual([])
  expect(await page.locator('[role=status]').textContent()).toBe('没有找到包含全部词语的页面。')
  expect(await page.title()).toBe(title)
  expect(await page.content()).not.toContain(query)
  expect(new URL(page.url()).searchParams.get('q')).toBe(query)
})

test('an address with a query is answered on arrival, an emptied field is idle again', async () => {
  const arrival = await site.browser.newPage()
  await arrival.goto(address('/search/?q=55.8%25'))
  await arrival.waitForSelector('[data-search-results][data-state=done] [data-result] mark')
  expect(await arrival.locator('input[name=q]').inputValue()).toBe('55.8%')
  expect(await arrival.locator('[role=status]').textContent()).toMatch(/^找到\d+页。$/)
  await arrival.locator('input[name=q]').fill('')
  await arrival.waitForSelector('[data-search-results][data-state=idle]')
  expect(await arrival.locator('[data-result]').count()).toBe(0)
  expect(arrival.url()).toBe(address('/search/'))
  await arrival.close()
})

test('half-typed pinyin is not searched, the composed word is', async () => {
  const states = await page.evaluate(() => {
    const input = document.querySelector('input') as HTMLInputElement
    const results = document.querySelector('[data-search-results]') as HTMLElement
    input.value = ''
    input.dispatchEvent(new InputEvent('input', { bubbles: true }))
    input.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }))
    input.value = 'qing dan'
    input.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }))
    const composing = results.dataset.state
    input.value = '清单'
    input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }))
    return [composing, results.dataset.state]
  })
  expect(states).toEqual(['idle', 'loading'])
  await page.waitForSelector('[data-search-results][data-state=done]')
})

test('nothing of search is loaded before it is used, and little waits on the page', async () => {
  const visit = await site.browser.newPage()
  const scripts: number[] = []
  const asked: string[] = []
  visit.on('request', (request) => asked.push(request.url()))
  visit.on('response', async (response) => {
    if (/SearchDialog.*\.js$/.test(response.url())) scripts.push((await response.body()).length)
  })
  await visit.goto(address('/2025/consultation/'), { waitUntil: 'networkidle' })
  expect(scripts).toHaveLength(1)
  expect(scripts[0]).toBeLessThanOrEqual(700)
  expect(asked.filter((url) => /SearchBox|pagefind/.test(url))).toEqual([])
  await visit.keyboard.press('/')
  await visit.waitForFunction(() => customElements.get('site-search'))
  expect(asked.filter((url) => url.includes('/pagefind/'))).toEqual([])
  await visit.close()
})

test('the key / and the link open the dialog; Escape closes it and the focus returns', async () => {
  const visit = await site.browser.newPage()
  await visit.goto(address('/2025/consultation/'))
  const opener = visit.locator('[data-search-open]').first()
  const open = visit.locator('dialog.search-dialog[open]')

  await visit.keyboard.press('/')
  await open.waitFor()
  const field = open.locator('input[name=q]')
  await field.waitFor()
  await visit.keyboard.type('凤桥镇')
  await visit.waitForSelector('[data-state=done] [data-result]')
  expect(await field.inputValue()).toBe('凤桥镇')
  expect(visit.url()).toBe(address('/2025/consultation/'))
  await visit.keyboard.press('Escape')
  await open.waitFor({ state: 'hidden' })

  await opener.focus()
  await visit.keyboard.press('Enter')
  await open.waitFor()
  expect(await field.evaluate((input) => input === document.activeElement)).toBe(true)
  await visit.keyboard.press('Escape')
  await open.waitFor({ state: 'hidden' })
  expect(await opener.evaluate((link) => link === document.activeElement)).toBe(true)

  await opener.click()
  await open.getByRole('button', { name: '关闭' }).click()
  await open.waitFor({ state: 'hidden' })
  await visit.close()
})

test('typing / into a field does not open the dialog', async () => {
  const visit = await site.browser.newPage()
  await visit.goto(address('/2025/map/'))
  await visit.waitForSelector('[data-map][data-state=ready]')
  await visit.locator('main [name=q]').press('/')
  expect(await visit.locator('dialog[open]').count()).toBe(0)
  expect(await visit.locator('main [name=q]').inputValue()).toBe('/')
  await visit.close()
})

test.each(['**/pagefind/pagefind.js*', '**/pagefind/index/*', '**/pagefind/fragment/*'])(
  'when %s cannot be had, the page says so and tries again on request',
  async (missing) => {
    const visit = await site.browser.newPage()
    await visit.route(missing, (route) => route.abort())
    await visit.goto(address('/search/?q=清单'))
    await visit.waitForSelector('[data-search-results][data-state=error]')
    expect(await visit.locator('[role=status]').textContent()).toBe(
      '检索数据没有载入，请检查网络。',
    )
    await visit.unroute(missing)
    await visit.getByRole('button', { name: '重试' }).click()
    await visit.waitForSelector('[data-search-results][data-state=done] [data-result]')
    await visit.close()
  },
)

test('results have no axe violation, on the page and in the dialog', async () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  const context = await site.browser.newContext({
    bypassCSP: true,
    viewport: { width: 390, height: 844 },
  })
  for (const path of ['/search/', '/2025/learning/']) {
    const visit = await context.newPage()
    await visit.goto(address(path))
    await visit.keyboard.press('/')
    await visit.locator('input[type=search][name=q]').fill('政企协商')
    await visit.waitForSelector('[data-state=done] [data-result]')
    await visit.evaluate(axe)
    const { violations } = await visit.evaluate(() =>
      (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
    )
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
    await visit.close()
  }
  await context.close()
})

test('without JavaScript the link leads to a page that lists every page and figure', async () => {
  const context = await site.browser.newContext({ javaScriptEnabled: false })
  const visit = await context.newPage()
  await visit.goto(address('/2025/consultation/'))
  await visit.locator('[data-search-open]').first().click()
  await visit.waitForURL(address('/search/'))
  const links = await visit
    .locator('main a')
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href))
  const listed = links.map((link) => link.replace(site.url, '/').replace(/#.*/, ''))
  expect([...texts.keys()].filter((path) => !listed.includes(path) && path !== '/2025/')).toEqual(
    [],
  )
  expect(await visit.locator('input[type=search]').isVisible()).toBe(false)
  await context.close()
})
