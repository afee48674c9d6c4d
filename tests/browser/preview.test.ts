import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Served, serve } from '../../src/machine/serve.ts'
import { examplePages } from '../../src/records/examplePages.ts'
import { contentRoot, projectRoot } from '../../src/roots.ts'
import { reviewStamp, stampForReview } from '../../src/tools/reviewStamp.ts'
import { openSite } from './site.ts'

let site: Awaited<ReturnType<typeof openSite>>
let served: Served
let page: Page
const refused: string[] = []
beforeAll(async () => {
  site = await openSite()
  served = await serve(join(projectRoot, 'dist'), { rewrite: (html) => stampForReview(html, '/') })
  page = await site.browser.newPage()
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) refused.push(message.text())
  })
})
afterAll(async () => {
  await served?.close()
  await site?.close()
})

test.each(Object.entries(examplePages(contentRoot)))(
  'the page “%s” that is shown for review has its stamp in view, narrow, wide and on paper',
  async (_, path) => {
    await page.goto(`${served.url}${path}`)
    const stamp = page.locator('.stamp')
    for (const [width, media] of [
      [390, 'screen'],
      [1440, 'screen'],
      [1440, 'print'],
    ] as const) {
      await page.setViewportSize({ width, height: 800 })
      await page.emulateMedia({ media })
      expect(await stamp.textContent()).toBe(reviewStamp)
      const box = await stamp.boundingBox()
      expect(box, `${width} ${media}`).not.toBeNull()
      const { x = -1, y = -1, width: wide = 0, height = 0 } = box ?? {}
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0)
      expect(x + wide).toBeLessThanOrEqual(width)
      expect(y + height).toBeLessThanOrEqual(800)
      expect(await stamp.evaluate((each) => getComputedStyle(each).borderStyle)).toBe('double')
    }
    await page.emulateMedia({ media: null })
    expect(refused).toEqual([])
  },
)
