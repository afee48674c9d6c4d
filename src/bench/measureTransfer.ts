import { brotliCompressSync } from 'node:zlib'
import type { Page, Response } from 'playwright-core'

/** Bytes a reader transfers for a page read to its end, as the server sends them. */
export interface Transfer {
  total: number
  fonts: number
  script: number
}

/** The window of the phone that a page is measured on. */
export const phone = { width: 390, height: 844 }

/**
 * Opens an address as a first-time reader would, scrolls to the end, and counts every byte requested; inline scripts
 * count as script.
 */
export async function measureTransfer(page: Page, url: string): Promise<Transfer> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  const transfer: Transfer = { total: 0, fonts: 0, script: 0 }
  const pending: Promise<void>[] = []
  const count = (response: Response) => {
    pending.push(
      response.allHeaders().then((headers) => {
        const type = headers['content-type'] ?? ''
        // The browser keeps the favicon even with caching off, and only asks whether it has changed.
        const stored = response.headers()['content-length']
        const bytes = Number(headers['content-length'] ?? stored)
        if (Number.isNaN(bytes)) throw new Error(`服务器没有说 ${response.url()} 有多少字节`)
        transfer.total += bytes
        if (/font/.test(type) || response.url().endsWith('.woff2')) transfer.fonts += bytes
        if (/javascript/.test(type)) transfer.script += bytes
      }),
    )
  }
  page.on('response', count)
  await page.goto(url, { waitUntil: 'networkidle' })
  const inline = await page.evaluate(async () => {
    for (let y = 0; y < document.body.scrollHeight; y += 600) {
      scrollTo(0, y)
      // Lazily loaded content is requested only after a frame has shown its place.
      for (let frame = 0; frame < 2; frame++)
        await new Promise((resolve) => requestAnimationFrame(resolve))
    }
    return [...document.scripts]
      .filter((script) => !script.src && !script.type.includes('json'))
      .map((script) => script.textContent)
      .join('')
  })
  await page.waitForLoadState('networkidle')
  // `networkidle` fires only once per page; the map reports itself when it has loaded everything.
  if ((await page.locator('[data-map]').count()) > 0)
    await page.waitForSelector('[data-map][data-state=ready]')
  // More responses may arrive while these are being read.
  while (pending.length > 0) await Promise.all(pending.splice(0))
  if (inline) transfer.script += brotliCompressSync(Buffer.from(inline)).length
  page.off('response', count)
  await session.detach()
  return transfer
}
