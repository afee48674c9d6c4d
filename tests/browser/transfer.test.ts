import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { measureFirst } from '../../src/bench/benchSearch.ts'
import { measureTransfer, phone } from '../../src/bench/measureTransfer.ts'
import { builtPages } from '../site/builtPages.ts'
import { lendPages } from './lendPages.ts'
import { openSite } from './site.ts'
import { strangeType } from './strangeType.ts'
import { templates } from './templates.ts'

type Budget = { total: number; withoutFonts: number; script: number }
const file = JSON.parse(readFileSync(new URL('../budgets.json', import.meta.url), 'utf8'))
const budgets: Record<string, Budget> = file
const search: { page: Budget; opened: number; answered: number; requests: number } = file.search

let site: Awaited<ReturnType<typeof openSite>>
let withPage: ReturnType<typeof lendPages>
beforeAll(async () => {
  site = await openSite()
  withPage = lendPages(site.browser, { viewport: phone })
})
afterAll(() => site.close())

const pages = builtPages.map(({ path, document }) => ({
  path,
  kind:
    path === '/search/'
      ? 'search'
      : (document.querySelector('main')?.getAttribute('data-search-kind') ?? ''),
}))

describe.concurrent.each(pages)('$path read to its end', ({ path, kind }) => {
  test(`stays within the budget of a ${kind} page, and sets every heading and every large numeral in the page’s own serif, whole, and in no more than 26 kB`, () =>
    withPage(async (page) => {
      const budget = kind === 'search' ? search.page : budgets[kind]
      if (!budget) throw new Error(`budgets.json 没有“${kind}”一类`)
      const transfer = await measureTransfer(page, new URL(path.slice(1), site.url).href)
      expect(transfer.total).toBeLessThanOrEqual(budget.total)
      expect(transfer.total - transfer.fonts).toBeLessThanOrEqual(budget.withoutFonts)
      expect(transfer.script).toBeLessThanOrEqual(budget.script)
      expect(transfer.fonts).toBeLessThanOrEqual(26_000)
      // Otherwise the page for readers who save data, which loads no fonts, would prove nothing.
      if (templates.includes(path.slice(1))) expect(transfer.fonts).toBeGreaterThan(0)
      expect(await strangeType(page)).toEqual([])
    }))
})

test('opening search stays within its budget, and so does the first key, whatever is asked', async () => {
  const { opened, answered } = await measureFirst(site.browser, `${site.url}search/`, '清单')
  expect(opened.bytes).toBeGreaterThan(0)
  expect(opened.bytes).toBeLessThanOrEqual(search.opened)
  expect(opened.requests).toBeLessThanOrEqual(search.requests)
  expect(answered.bytes).toBeLessThanOrEqual(search.answered)
})
