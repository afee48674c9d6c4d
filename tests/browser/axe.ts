import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Axe {
  run(within: Document | string, options: RunOptions): Promise<AxeResults>
}

/** What axe checks: by default the whole page, with every rule. */
interface Look {
  /** A selector. */
  within?: string
  rules?: string[]
}

/**
 * Violations as short lines: rule, number, where. The browser context must bypass the page's policy, which forbids
 * injected scripts.
 */
export async function violations(page: Page, { within, rules }: Look = {}): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe)
  const { violations } = await page.evaluate(
    ([where, runOnly]) =>
      (window as unknown as { axe: Axe }).axe.run(where ?? document, {
        // Passing elements are not described, which would take longer than the checks.
        resultTypes: ['violations'],
        ...(runOnly && { runOnly }),
      }),
    [within, rules] as const,
  )
  return violations.map(
    ({ id, nodes }) => `${id}（${nodes.length}）：${nodes[0]?.html.slice(0, 160)}`,
  )
}
