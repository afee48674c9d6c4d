import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fullTextResult, instantResult, measureFirst } from '../../src/bench/benchSearch.ts'
import { measureTransfer, phone } from '../../src/bench/measureTransfer.ts'
import { builtPages } from '../site/builtPages.ts'
import { lendPages } from './lendPages.ts'
import { openSite } from './site.ts'
import { strangeType } from './strangeType.ts'
import { templates } from './templates.ts'

type Budget = { total: number; withoutFonts: number; script: number }
const file = JSON.parse(readFileSync(new URL('../budgets.json', import.meta.url), 'utf8'))
const budgets: Record<string, Budget> = file
const search: { instant: number; fullText: number } = file.search

let site: Awaited<ReturnType<typeof openSite>>
let withPage: ReturnType<typeof lendPages>
beforeAll(async () => {
  site = await openSite()
  withPage = lendPages(site.browser, { viewport: phone })
})
afterAll(() => site.close())

const pages = builtPages.map(({ path, document }) => ({
  path,
  kind: document.querySelector('main')?.getAttribute('data-search-kind') ?? '',
}))

describe.concurrent.each(pages)('$path read to its end', ({ path, kind }) => {
  test(`stays within the budget of a ${kind} page, and sets every heading and every large numeral in the page’s own serif, whole, and in no more than 26 kB`, () =>
    withPage(async (page) => {
      const budget = budgets[kind]
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

test('the first answers of search stay within its budget', async () => {
  const shown = [instantResult, fullTextResult]
  const [instant, fullText] = await measureFirst(
    site.browser,
    `${site.url}search/`,
    '清单',
    shown,
    false,
  )
  expect(instant?.bytes).toBeGreaterThan(0)
  expect(instant?.bytes).toBeLessThanOrEqual(search.instant)
  expect(fullText?.bytes).toBeLessThanOrEqual(search.fullText)
})
