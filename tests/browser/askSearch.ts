import type { Page } from 'playwright-core'

/** Puts a query into the search field of a page, all at once, and waits for the addresses of its results. */
export function askSearch(page: Page, query: string): Promise<string[]> {
  return page.evaluate(async (value) => {
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
}
