import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

/**
 * Gives each visit a page that no other visit uses at the same time, because opening one costs more than most visits
 * do. A returned page keeps what it shows and what it has stored.
 */
export function lendPages(browser: Browser, options: BrowserContextOptions) {
  const idle: Page[] = []
  return async (visit: (page: Page) => Promise<void>): Promise<void> => {
    const page = idle.pop() ?? (await (await browser.newContext(options)).newPage())
    try {
      await visit(page)
      idle.push(page)
    } catch (error) {
      await page.context().close()
      throw error
    }
  }
}
