import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fullTextResult, instantResult, measureFirst } from '../../src/tools/benchSearch.ts'
import { measureTransfer } from '../../src/tools/measureTransfer.ts'
import { builtPages } from '../site/builtPages.ts'
import { openSite } from './site.ts'

type Budget = { total: number; withoutFonts: number; script: number }
const file = JSON.parse(readFileSync(new URL('../../budgets.json', import.meta.url), 'utf8'))
const budgets: Record<string, Budget> = file
const search: { instant: number; fullText: number } = file.search

let site: Awaited<ReturnType<typeof openSite>>
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

const pages = builtPages.map(({ path, document }) => ({
  path,
  kind: document.querySelector('main')?.getAttribute('data-search-kind') ?? '',
}))

describe.each(pages)('$path read to its end', ({ path, kind }) => {
  test(`stays within the budget of a ${kind} page`, async () => {
    const budget = budgets[kind]
    if (!budget) throw new Error(`budgets.json 没有“${kind}”一类`)
    const transfer = await measureTransfer(site.browser, new URL(path.slice(1), site.url).href)
    expect(transfer.total).toBeLessThanOrEqual(budget.total)
    expect(transfer.total - transfer.fonts).toBeLessThanOrEqual(budget.withoutFonts)
    expect(transfer.script).toBeLessThanOrEqual(budget.script)
  })
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
