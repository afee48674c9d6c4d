import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSite } from './site.ts'

let site: Awaited<ReturnType<typeof openSite>>
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

test.each([
  [390, 844],
  [1440, 900],
])(
  'the first screen of %i × %i holds the slogan, the guiding clause, five figures with their acts, and two doors',
  async (width, height) => {
    const page = await site.browser.newPage({ viewport: { width, height } })
    await page.goto(site.url)
    const bottoms = (selector: string) =>
      page
        .locator(selector)
        .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().bottom))
    for (const [selector, count] of [
      ['.slogan', 1],
      ['.cover .lede > p:first-child', 1],
      ['.leads li', 5],
      ['.doors a', 2],
    ] as const) {
      const found = await bottoms(selector)
      expect(found, selector).toHaveLength(count)
      for (const bottom of found) expect(bottom, selector).toBeLessThanOrEqual(height)
    }
    await page.close()
  },
)

test('the doors lead to what was done and to how to have a say', async () => {
  const page = await site.browser.newPage({ viewport: { width: 390, height: 844 } })
  for (const [door, heading] of [
    ['看亮点', '履职亮点'],
    ['有话怎么说', '有话怎么说'],
  ] as const) {
    await page.goto(site.url)
    await page.getByRole('link', { name: door, exact: true }).click()
    await expect
      .poll(() =>
        page
          .getByRole('heading', { name: heading, exact: true })
          .evaluate((title) => title.getBoundingClientRect().top),
      )
      .toBeLessThan(200)
  }
  await page.close()
})
