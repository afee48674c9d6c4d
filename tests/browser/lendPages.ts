import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

/**
 * Lends each visit a page of a context that no other visit has at the time: opening one costs the browser more than
 * most visits do. A page comes back with whatever it shows, and with what it has stored.
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
