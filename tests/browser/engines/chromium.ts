import { openSite } from '../site.ts'
import type { Driver } from './engine.ts'
import { keys } from './engine.ts'

/** A page of the Chromium that all tests share. */
export async function openChromium(): Promise<Driver> {
  const { browser, close } = await openSite()
  const page = await browser.newPage()
  return {
    resize: (width, height) => page.setViewportSize({ width, height }),
    goto: async (url) => void (await page.goto(url)),
    evaluate: (expression) => page.evaluate(expression),
    screenshot: () => page.screenshot(),
    clickAt: (x, y) => page.mouse.click(x, y),
    press: (key) =>
      page.keyboard.press(Object.entries(keys).find(([, value]) => value === key)?.[0] ?? key),
    close,
  }
}
