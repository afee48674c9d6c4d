import type { Page } from 'playwright-core'

/**
 * Enters queries into the search field of a page one after another, each at once, and waits for the addresses of their
 * results.
 */
export function askInTurn(page: Page, queries: readonly string[]): Promise<string[][]> {
  return page.evaluate(async (values) => {
    const input = document.querySelector<HTMLInputElement>('input[type=search][name=q]')
    const results = document.querySelector<HTMLElement>('[data-search-results]')
    if (!input || !results) throw new Error('没有检索框')
    const answers: string[][] = []
    for (const value of values) {
      input.value = value
      input.dispatchEvent(new InputEvent('input', { bubbles: true }))
      while (results.dataset.state === 'loading') await new Promise((done) => setTimeout(done, 2))
      if (results.dataset.state !== 'done')
        throw new Error(`“${value}”的检索状态：${results.dataset.state}`)
      answers.push(
        [...results.querySelectorAll<HTMLAnchorElement>('[data-result] a[href]')].map(
          (link) => link.href,
        ),
      )
    }
    return answers
  }, queries)
}

/** The addresses of the results of one query. */
export const askSearch = async (page: Page, query: string): Promise<string[]> =>
  (await askInTurn(page, [query]))[0] ?? []
