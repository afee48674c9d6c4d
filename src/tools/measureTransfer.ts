import { brotliCompressSync } from 'node:zlib'
import type { Browser } from 'playwright-core'

/** Bytes a reader transfers for a page read to its end, text compressed with brotli. */
export interface Transfer {
  total: number
  fonts: number
  script: number
}

/** Opens a page as a phone would, scrolls to its end, and counts every byte it asked for; inline scripts count as script. */
export async function measureTransfer(browser: Browser, url: string): Promise<Transfer> {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } })
  const transfer: Transfer = { total: 0, fonts: 0, script: 0 }
  const pending: Promise<void>[] = []
  page.on('response', (response) => {
    pending.push(
      response.body().then((body) => {
        const type = response.headers()['content-type'] ?? ''
        const bytes = /font|image\/(png|webp|jpeg|avif)/.test(type)
          ? body.length
          : brotliCompressSync(body).length
        transfer.total += bytes
        if (/font/.test(type) || response.url().endsWith('.woff2')) transfer.fonts += bytes
        if (/javascript/.test(type)) transfer.script += bytes
      }),
    )
  })
  await page.goto(url, { waitUntil: 'networkidle' })
  const inline = await page.evaluate(async () => {
    for (let y = 0; y < document.body.scrollHeight; y += 600) {
      scrollTo(0, y)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    return [...document.scripts]
      .filter((script) => !script.src && !script.type.includes('json'))
      .map((script) => script.textContent)
      .join('')
  })
  await page.waitForLoadState('networkidle')
  // The idle state, once reached, is not waited for again; the map says itself when it has all it asked for.
  if ((await page.locator('[data-map]').count()) > 0)
    await page.waitForSelector('[data-map][data-state=ready]')
  // What arrives while the bodies are read is read too.
  while (pending.length > 0) await Promise.all(pending.splice(0))
  if (inline) transfer.script += brotliCompressSync(Buffer.from(inline)).length
  await page.close()
  return transfer
}
