import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { pinyin } from 'pinyin-pro'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fold } from '../../src/reading/fold.ts'
import type { EditionText } from '../../src/search/editionText.ts'
import { publishedWords } from '../charts/edition2025.ts'
import sample from '../fixtures/search/sample.json' with { type: 'json' }
import { builtPages, dist } from '../site/builtPages.ts'
import { askInTurn, askSearch } from './askSearch.ts'
import { violations } from './axe.ts'
import { openSite } from './site.ts'

const issues = publishedWords('consultation.issues-resolved')
const decline = publishedWords('supervision.inspected-households-decline')
/** The characters as East Asian keyboards enter them in full width. */
const fullWidth = (text: string) =>
  text.replace(/[!-~]/g, (character) => String.fromCodePoint(character.charCodeAt(0) + 0xfee0))

let site: Awaited<ReturnType<typeof openSite>>
let page: Page
/** The searchable text of every page, by path, as the browser reads it. */
const texts = new Map<string, string>()
/** The same texts in the form that queries are compared with. */
const folded = new Map<string, string>()
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
      const ignored = '[popover], [hidden], svg, [data-search-ignore], script'
      for (const part of main?.querySelectorAll(ignored) ?? []) part.remove()
      return main?.textContent ?? ''
    }, address(path))
    texts.set(path, text.replace(/\s+/g, ' ').trim())
    folded.set(path, fold(texts.get(path) ?? ''))
  }
})
afterAll(() => site.close())

const isInView = (locator: Locator) =>
  locator.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect()
    return bottom > 0 && top < innerHeight
  })

/** The pages that links lead to, each once, in order. */
const pagesOf = (links: string[]) => [
  ...new Set(links.map((link) => link.replace(site.url, '/').replace(/#.*/, ''))),
]
const ask = async (query: string) => pagesOf(await askSearch(page, query))

const truth = (query: string) => {
  const parts = fold(query).split(/\s+/).filter(Boolean)
  return [...folded]
    .filter(([, text]) => parts.every((part) => text.includes(part)))
    .map(([path]) => path)
}

test('1,000 pieces drawn from the pages find exactly the pages that contain them', async () => {
  const seed = Number(process.env.SEED ?? Date.now())
  const all = [...texts.values()]
  const places = all.flatMap((text, index) =>
    [...text].map((character, at) => ({ index, at, character })),
  )
  const marks = places.filter(({ character }) => /[\p{P}\p{N}\p{S}A-Za-z]/u.test(character))
  const start = fc.oneof(fc.constantFrom(...places), fc.constantFrom(...marks))
  const pieces = fc
    .sample(fc.tuple(start, fc.nat(5), fc.integer({ min: 2, max: 6 })), { seed, numRuns: 1400 })
    .map(([{ index, at }, before, length]) => {
      const from = Math.max(0, at - (before % length))
      return (all[index] as string).slice(from, from + length)
    })
    .filter((piece) => piece.trim().length > 1)
    .slice(0, 1000)
  expect(pieces).toHaveLength(1000)
  for (const [index, links] of (await askInTurn(page, pieces)).entries()) {
    const piece = pieces[index] as string
    expect(pagesOf(links).toSorted(), `“${piece}”，SEED=${seed}`).toEqual(truth(piece).toSorted())
  }
})

test.each(sample.queries)(
  '$q finds what is expected among the first five',
  async ({ q, expect: slugs }) => {
    const found = await ask(q)
    if (slugs.length === 0) expect(found).toEqual([])
    const first = found.slice(0, 5)
    expect(slugs.filter((slug) => !first.includes(`/2025/${slug}/`))).toEqual([])
  },
)

test.each([
  '政企协商',
  '5.8%',
  '0余',
  issues.slice(0, -1),
  '提、办',
  '芦席 水上巴士',
  '，',
  '，“',
  '０余',
  '三 张清单',
  'json',
])('%s is answered exactly', async (query) => {
  const expected = truth(query)
  expect(expected.length > 0 || query === '80多').toBe(true)
  expect((await ask(query)).toSorted()).toEqual(expected.toSorted())
})

test('quotation marks ask for these very characters', async () => {
  expect((await ask('“三张清单”')).toSorted()).toEqual(truth('“三张清单”').toSorted())
  // No page contains these quotation marks, so they are taken for the reader's.
  expect((await ask('“水上巴士”')).toSorted()).toEqual(truth('水上巴士').toSorted())
  expect(await ask('“双月观魔”')).toEqual([])
  expect(await ask('“zqxsh”')).toEqual([])
})

test('what is written otherwise is found as if it were not', async () => {
  expect(await ask('營商環境')).toEqual(await ask('营商环境'))
  expect(await ask(issues.replace('余', '餘').replace('个', '個'))).toEqual(await ask(issues))
  expect(await ask('80多个')).toEqual([])
})

const text: EditionText = JSON.parse(readFileSync(`${dist}search/text.json`, 'utf8'))
const names = [
  ...new Set([
    ...text.pages.map(({ title }) => title),
    ...text.figures.map(({ label }) => label),
    ...text.pages.flatMap(({ sections }) =>
      sections.filter(({ role }) => role === 'place').map(({ title }) => title),
    ),
  ]),
]

test('every title, indicator and town is found by its pinyin and by its initials', async () => {
  const spell = (name: string, pattern: 'pinyin' | 'first') =>
    pinyin(name, { toneType: 'none', v: true, nonZh: 'removed', type: 'array', pattern }).join('')
  const missing: string[] = []
  for (const name of names) {
    for (const query of [spell(name, 'pinyin'), spell(name, 'first')]) {
      await ask(query)
      const found = await page.locator('[data-result] .title').allTextContents()
      if (!found.some((title) => title.includes(name))) missing.push(`${query} ${name}`)
    }
  }
  expect(names.length).toBeGreaterThan(40)
  expect(missing).toEqual([])
})

test.each([
  ['changshui', '长水街道'],
  ['zhangshui', '长水街道'],
  ['nh子城', `南湖子城大集接待量：${publishedWords('proposals.market-peak-day')}`],
  ['fqz', '凤桥镇'],
])('%s finds %s by its sound', async (query, name) => {
  await ask(query)
  expect(await page.locator('[data-result] .title').allTextContents()).toContain(name)
})

test('a slip is met with what is nearest, said to be so, and never mixed with exact results', async () => {
  expect(await ask('双月观魔')).toContain('/2025/learning/')
  expect(await page.locator('.near').textContent()).toBe('相近内容')
  expect(await page.locator('.near').isVisible()).toBe(true)
  await ask('双月观摩')
  expect(await page.locator('.near').isVisible()).toBe(false)
})

test.each(['徐耀发', '盛静宜', '区委书机', '董事常', '闭环七步发', '四大公坚', '55.9%', '90余个'])(
  '%s is met with no guess',
  async (query) => {
    expect(await ask(query)).toEqual([])
  },
)

test('a figure that is asked for is answered with its definition and source', async () => {
  await ask(decline)
  const card = page.locator('[data-answer="supervision.inspected-households-decline"]')
  expect(await card.locator('data').textContent()).toBe(decline)
  expect(await card.textContent()).toMatch(/涉企行政检查户数.*期间2025年.*出处原文第二部分/)
  await ask(decline.slice(1))
  expect(await page.locator('[data-answer]').count()).toBe(0)
})

test('width, case and the order of parts make no difference', async () => {
  expect(await ask(fullWidth(decline))).toEqual(await ask(decline))
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
  await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe(query)
})

test('nobody stands before nothing: everyday words lead to the site’s own, and what is not there to the index', async () => {
  for (const query of ['我要投诉', '怎么联系']) {
    expect((await ask(query))[0], query).toBe('/2025/public-opinion/')
    expect(await page.locator('.near').textContent()).toBe('本站的说法是“有话怎么说”')
  }
  const way = (name: string) =>
    page.getByRole('search').locator('..').getByRole('link', { name, exact: true })
  expect(await ask('没有这个词呀')).toEqual([])
  expect(await way('有话怎么说').getAttribute('href')).toBe('/2025/public-opinion/#have-your-say')
  expect(await way('从索引里找').getAttribute('href')).toBe('/search/#index-pages')
  await ask('提案')
  expect(await way('有话怎么说').isVisible()).toBe(false)
})

test('a query that no page has whole is cut, and said to be', async () => {
  expect((await ask('提案满意度'))[0]).toBe('/2025/proposals/')
  expect(await page.locator('.near').textContent()).toBe('分开来找：“提案”“满意度”')
  expect(await ask('检查下降')).toEqual(await ask('检查 下降'))
})

test('who comes back from a result finds the query and its results, on the page and in the dialog', async () => {
  const visit = await site.browser.newPage()
  for (const path of ['/search/', '/2025/learning/']) {
    await visit.goto(address(path))
    if (path !== '/search/') await visit.locator('[data-search-open]').first().click()
    const field = visit.locator('input[type=search][name=q]').first()
    await field.fill('水上巴士')
    await visit.locator('[data-state=done] [data-result] a').first().click()
    await visit.waitForURL(/public-opinion/)
    await visit.goBack()
    await visit.waitForSelector('[data-state=done] [data-result]')
    expect(await field.inputValue()).toBe('水上巴士')
    expect(await field.isVisible()).toBe(true)
  }
  await visit.close()
})

test('an address with a query is answered on arrival, an emptied field is idle again', async () => {
  const arrival = await site.browser.newPage()
  await arrival.goto(address(`/search/?q=${encodeURIComponent(decline)}`))
  await arrival.waitForSelector('[data-search-results][data-state=done] [data-result] mark')
  expect(await arrival.locator('input[name=q]').inputValue()).toBe(decline)
  expect(await arrival.locator('[role=status]').textContent()).toMatch(/^找到\d+页。$/)
  await arrival.locator('input[name=q]').fill('')
  await arrival.waitForSelector('[data-search-results][data-state=idle]')
  expect(await arrival.locator('[data-result]').count()).toBe(0)
  await expect.poll(() => arrival.url()).toBe(address('/search/'))
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

test('nothing of search is loaded before it is opened, and nothing more once it is, whatever is asked', async () => {
  const visit = await site.browser.newPage()
  const scripts: number[] = []
  const asked: string[] = []
  visit.on('request', (request) => asked.push(request.url()))
  visit.on('response', async (response) => {
    if (/SearchDialog.*\.js$/.test(response.url())) scripts.push((await response.body()).length)
  })
  const ofSearch = () =>
    asked.filter((url) => /SearchBox|searchBox|[mM]arkPassage|text\.json|\/pagefind\//.test(url))
  await visit.goto(address('/2025/consultation/'), { waitUntil: 'networkidle' })
  await expect.poll(() => scripts).toHaveLength(1)
  expect(scripts[0]).toBeLessThanOrEqual(1200)
  expect(ofSearch()).toEqual([])
  await visit.locator('[data-search-open]').first().click()
  await visit.waitForSelector('[role=combobox]')
  await visit.waitForLoadState('networkidle')
  expect(ofSearch().filter((url) => url.includes('text.json'))).toHaveLength(1)
  asked.length = 0
  // Every kind of answer, and pieces of the text from end to end.
  const pieces = [...texts.values()].flatMap((text, at) => [
    text.slice(17 * at, 17 * at + 2),
    text.slice(-9 * at - 8, -9 * at - 2),
  ])
  const kinds = ['清单', 'zqxsh', '双月观魔', '检查下降', '反映问题', '没有这个词呀']
  await askInTurn(visit, [...kinds, ...pieces])
  expect(asked).toEqual([])
  await visit.close()
})

test('a page where the reader saves data waits until the field is used', async () => {
  const visit = await site.browser.newPage()
  await visit.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } })
  })
  const asked: string[] = []
  visit.on('request', (request) => asked.push(request.url()))
  await visit.goto(address('/search/'), { waitUntil: 'networkidle' })
  expect(asked.filter((url) => /text\.json|searchBox/.test(url))).toEqual([])
  await visit.locator('input[name=q]').focus()
  await visit.waitForSelector('[role=combobox]')
  await visit.close()
})

test('arrow keys choose, Enter opens, Escape lets go', async () => {
  const visit = await site.browser.newPage()
  await visit.goto(address('/search/'))
  const input = visit.locator('input[name=q]')
  await input.fill('清单')
  await visit.waitForSelector('[data-state=done] [data-result]')
  expect(await input.getAttribute('aria-expanded')).toBe('true')
  await input.press('ArrowDown')
  await input.press('ArrowDown')
  await input.press('ArrowUp')
  const first = visit.locator('[role=option]').first()
  expect(await first.getAttribute('aria-selected')).toBe('true')
  expect(await input.getAttribute('aria-activedescendant')).toBe(await first.getAttribute('id'))
  await input.press('Escape')
  expect(await input.getAttribute('aria-activedescendant')).toBeNull()
  await input.press('ArrowDown')
  await input.press('Enter')
  await visit.waitForURL(/\/2025\/proposals\//)
  await visit.close()
})

test('a result leads to its passage and marks it', async () => {
  const visit = await site.browser.newPage({ viewport: { width: 390, height: 700 } })
  await visit.goto(address('/search/?q=水上巴士'))
  await visit.waitForSelector('[data-state=done] [data-result]')
  // The table behind it says the same, so that only the page itself can tell which is meant.
  const link = visit.locator('[data-result] a').first()
  expect(await link.getAttribute('href')).not.toContain(':~:')
  await link.click()
  await visit.waitForURL(/public-opinion/)
  const passage = visit.locator('main p', { hasText: '水上巴士' }).first()
  await expect.poll(() => isInView(passage)).toBe(true)
  await visit.close()
})

test('a passage that is alone in its page is named in the address, with what stands around it', async () => {
  await ask('民生议事堂')
  const href = await page
    .locator('[data-result] a[href*="public-opinion"]')
    .first()
    .getAttribute('href')
  expect(decodeURIComponent(href ?? '')).toMatch(/#.+:~:text=[^,]+-,民生议事堂,-[^,]+$/)
})

test('a passage in a closed table is opened and marked, on this page too, across the elements it runs through', async () => {
  const visit = await site.browser.newPage({ viewport: { width: 390, height: 700 } })
  await visit.goto(address('/2025/consultation/'))
  await visit.locator('[data-search-open]').first().click()
  const field = visit.locator('dialog input[name=q]')
  const marks = visit.locator('mark.passage')
  await field.fill(`问题${issues}`)
  await visit.waitForSelector('[data-state=done] [data-result]')
  await visit.locator('[data-result] a[href*="consultation"]').first().click()
  await marks.first().waitFor()
  expect((await marks.allTextContents()).join('')).toBe(`问题${issues}`)
  await expect.poll(() => isInView(marks.first())).toBe(true)

  await visit.goto(address('/search/?q=到场部门'))
  await visit.waitForSelector('[data-state=done] [data-result]')
  await visit.locator('[data-result] a[href*="consultation"]').first().click()
  await visit.waitForURL(/consultation/)
  await expect.poll(() => isInView(marks.first())).toBe(true)
  await visit.close()
})

test('the link opens the dialog; Escape closes it and the focus returns', async () => {
  const visit = await site.browser.newPage()
  await visit.goto(address('/2025/consultation/'))
  const opener = visit.locator('[data-search-open]').first()
  const open = visit.locator('dialog.search-dialog[open]')

  await opener.click()
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

test.each([
  ['not come', (visit: Page) => visit.route('**/search/text.json', (route) => route.abort())],
  [
    'come as rubbish',
    (visit: Page) => visit.route('**/search/text.json', (route) => route.fulfill({ body: 'x' })),
  ],
])('when the text does %s, the page says so and tries again on request', async (_, spoil) => {
  const visit = await site.browser.newPage()
  await spoil(visit)
  await visit.goto(address('/search/?q=清单'))
  await visit.waitForSelector('[data-search-results][data-state=error]')
  expect(await visit.locator('[role=status]').textContent()).toBe(
    '检索的正文没有载入，请检查网络。',
  )
  await visit.unroute('**/search/text.json')
  await visit.getByRole('button', { name: '重试' }).click()
  await visit.waitForSelector('[data-search-results][data-state=done] [data-result]')
  await visit.close()
})

test('without the network not even the program comes, and the page says so', async () => {
  const visit = await site.browser.newPage()
  // A page that has not been able to load anything but itself.
  await visit.route(/searchBox|text\.json/, (route) => route.abort())
  await visit.goto(address('/search/'))
  await visit.locator('input[name=q]').fill('清单')
  await visit.waitForSelector('[data-search-results][data-state=error]')
  expect(await visit.locator('[role=status]').textContent()).toContain('没有载入')
  await visit.unroute(/searchBox|text\.json/)
  await visit.locator('input[name=q]').press('Enter')
  await visit.waitForSelector('[data-search-results][data-state=done] [data-result]')
  await visit.close()
})

test('results have no axe violation, on the page and in the dialog', async () => {
  const context = await site.browser.newContext({
    bypassCSP: true,
    viewport: { width: 390, height: 844 },
  })
  for (const path of ['/search/', '/2025/learning/']) {
    const visit = await context.newPage()
    await visit.goto(address(path))
    if (path !== '/search/') await visit.locator('[data-search-open]').first().click()
    await visit.locator('dialog[open], main').locator('input[type=search][name=q]').fill(decline)
    await visit.waitForSelector('[data-state=done] [data-result]')
    await visit.keyboard.press('ArrowDown')
    expect(await violations(visit)).toEqual([])
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
