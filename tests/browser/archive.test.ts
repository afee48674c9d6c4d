import { rmSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TruePage, writeArchiveSite } from '../../src/bench/archiveSite.ts'
import { serve } from '../../src/machine/serve.ts'
import { askInTurn } from './askSearch.ts'
import { openSite } from './site.ts'

let browser: Browser
let close: () => Promise<void>
let server: Awaited<ReturnType<typeof serve>>
let folder: string
let old: TruePage[]
beforeAll(async () => {
  const site = await openSite()
  browser = site.browser
  close = site.close
  // Long enough that each of the two earlier editions is a step of its own.
  const made = await writeArchiveSite('archive', 3, { pages: 5, length: 16_000, sections: 4 })
  folder = made.folder
  const newest = Math.max(...made.pages.map(({ year }) => year))
  old = made.pages.filter(({ year }) => year < newest)
  server = await serve(folder)
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
  await close()
})

const settled = '[data-search-results]:not([data-state=loading])'

async function press(page: Page, name: RegExp) {
  await page.getByRole('button', { name }).click()
  await page.waitForSelector(settled)
}

/** The addresses of the results of earlier editions, once all of them are shown. */
async function allEarlier(page: Page): Promise<string[]> {
  for (const name of [/^在往年各版/, /^再往前/, /^全部列出/])
    if (await page.getByRole('button', { name }).isVisible()) await press(page, name)
  return page
    .locator('.group ~ [data-result] a')
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).pathname))
}

test('earlier editions answer exactly, be it that the newest has nothing or that the reader asks', async () => {
  const page = await browser.newPage()
  await page.goto(`${server.url}search/`)
  const pieces = old.flatMap(({ text }, at) =>
    [2, 3, 4].map((length) => text.slice(99 * at, 99 * at + length)),
  )
  const single = pieces.filter((piece) => !/[ “”"]/.test(piece) && /[\p{L}\p{N}]/u.test(piece))
  expect(single.length).toBeGreaterThan(10)
  // Each with the next: few pages have both.
  const queries = [...single, ...single.slice(1).map((piece, at) => `${single[at]} ${piece}`)]
  for (const query of queries) {
    await askInTurn(page, [query])
    const parts = query.split(' ')
    const expected = old
      .filter(({ text }) => parts.every((part) => text.includes(part)))
      .map(({ url }) => url)
    expect((await allEarlier(page)).toSorted(), query).toEqual(expected.toSorted())
  }
  await page.close()
})

test('nothing of earlier editions is fetched before it is wanted, then one step after another', async () => {
  const page = await browser.newPage()
  const fetched: string[] = []
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname.slice(1)))
  await page.goto(`${server.url}search/`)
  await askInTurn(page, ['余个'])
  const texts = () => fetched.filter((path) => /^search\/\d+\.json$|^pagefind\//.test(path))
  expect(texts()).toEqual([])
  const [newest, oldest] = [...new Set(old.map(({ year }) => year))].sort((a, b) => b - a)
  await press(page, /^在往年各版/)
  expect(texts()).toEqual([`search/${newest}.json`])
  expect(await page.locator('.group').textContent()).toMatch(new RegExp(`^${newest}年版`))
  for (const said of await page.locator('.group ~ [data-result] .excerpt').allTextContents())
    expect(said).toContain('余个')
  await press(page, /^再往前/)
  expect(texts()).toEqual([`search/${newest}.json`, `search/${oldest}.json`])
  expect(await page.locator('[role=status]').textContent()).toMatch(
    new RegExp(`${oldest}至${newest}年各版[0-9]+页。$`),
  )
  await page.close()
})

test('where the newest edition has nothing, earlier ones are asked at once, and what was searched is said', async () => {
  const page = await browser.newPage()
  await page.goto(`${server.url}search/?q=${encodeURIComponent('龘龘')}`)
  await page.getByRole('button', { name: /^再往前/ }).waitFor()
  const newest = Math.max(...old.map(({ year }) => year))
  expect(await page.locator('[role=status]').textContent()).toMatch(
    new RegExp(`${newest}年版里没有找到。$`),
  )
  await page.close()
})

test('when the text of an edition cannot be had, the page says so and tries again on request', async () => {
  const page = await browser.newPage()
  const texts = /\/search\/\d+\.json$/
  await page.route(texts, (route) => route.abort())
  await page.goto(`${server.url}search/?q=${encodeURIComponent('龘龘')}`)
  await page.waitForSelector('[data-search-results][data-state=error]')
  await page.unroute(texts)
  await press(page, /^重试/)
  expect(await page.locator('[role=status]').textContent()).toMatch(/里没有找到。$/)
  await page.close()
})
