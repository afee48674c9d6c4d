import { type Browser, chromium } from 'playwright-core'
import { inject } from 'vitest'
import { browserEndpoint } from '../services.ts'

/** The Chromium that all tests share, and the address of the built site. */
export async function openSite(): Promise<{
  url: string
  browser: Browser
  close(): Promise<void>
}> {
  const browser = await chromium.connect(await browserEndpoint())
  // Whatever a test file opened is closed with its connection.
  return { url: inject('siteUrl'), browser, close: () => browser.close() }
}
