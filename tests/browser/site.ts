import { type Browser, chromium } from 'playwright-core'
import { inject } from 'vitest'
import { findChromium } from '../../src/tools/findChromium.ts'

/** A real Chromium and the address of the built site. */
export async function openSite(): Promise<{
  url: string
  browser: Browser
  close(): Promise<void>
}> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('没有找到 Chromium，请先运行 npm test 或设置 CHROME_PATH')
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
  return { url: inject('siteUrl'), browser, close: () => browser.close() }
}
