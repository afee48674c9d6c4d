import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Axe {
  run(within: Document | string, options: RunOptions): Promise<AxeResults>
}

/** What axe is to look at: the whole page by every rule, unless told otherwise. */
interface Look {
  /** A selector. */
  within?: string
  rules?: string[]
}

/** Violations as short lines: rule, how many, where; the context of the page must bypass its policy, which forbids the test's own script. */
export async function violations(page: Page, { within, rules }: Look = {}): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe)
  const { violations } = await page.evaluate(
    ([where, runOnly]) =>
      (window as unknown as { axe: Axe }).axe.run(where ?? document, {
        // What passes is not described: that takes longer than finding it.
        resultTypes: ['violations'],
        ...(runOnly && { runOnly }),
      }),
    [within, rules] as const,
  )
  return violations.map(
    ({ id, nodes }) => `${id}（${nodes.length}）：${nodes[0]?.html.slice(0, 160)}`,
  )
}
