import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { measureTransfer } from '../../src/tools/measureTransfer.ts'
import { builtPages } from '../site/builtPages.ts'
import { openSite } from './site.ts'

type Budget = { total: number; withoutFonts: number; script: number }
const budgets: Record<string, Budget> = JSON.parse(
  readFileSync(new URL('../../budgets.json', import.meta.url), 'utf8'),
)

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
