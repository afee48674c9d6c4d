import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSite } from './site.ts'

let site: Awaited<ReturnType<typeof openSite>>
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

test.each([320, 344, 360, 390, 768, 831, 832, 1199, 1200, 1440])(
  'at %i px every figure of the gallery shows one drawing, no lettering in it below 12 px, nothing beyond the page',
  async (width) => {
    const page = await site.browser.newPage({ viewport: { width, height: 900 } })
    for (const query of ['', '?care=1']) {
      await page.goto(`${site.url}2025/charts/${query}`)
      const { figures, wrong, beyond } = await page.evaluate(() => {
        const all = [...document.querySelectorAll('figure[data-figure]')]
        return {
          figures: all.length,
          wrong: all.flatMap((figure) => {
            const shown = [...figure.querySelectorAll('svg')].filter((svg) => svg.checkVisibility())
            const sizes = shown.flatMap((svg) => {
              const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width
              return [...svg.querySelectorAll('text, tspan')].map(
                (text) => Number.parseFloat(getComputedStyle(text).fontSize) * scale,
              )
            })
            const smallest = Math.min(...sizes)
            return shown.length === 1 && smallest >= 12
              ? []
              : [`${figure.id}：${shown.length} 图，字 ${smallest.toFixed(2)} px`]
          }),
          beyond: document.documentElement.scrollWidth - innerWidth,
        }
      })
      expect(figures).toBeGreaterThan(9)
      expect(wrong, query).toEqual([])
      expect(beyond, query).toBeLessThanOrEqual(0)
    }
    await page.close()
  },
)

test('a drawing of the gallery, like its finding, opens the figure’s own page', async () => {
  const page = await site.browser.newPage({ viewport: { width: 390, height: 844 } })
  await page.goto(`${site.url}2025/charts/`)
  const drawing = page.locator('#figure-submissions svg:visible')
  await drawing.scrollIntoViewIfNeeded()
  const { x, y, width, height } = (await drawing.boundingBox()) ?? {
    x: 0,
    y: 0,
    width: 0,
    height: 0,
  }
  await page.mouse.click(x + width / 2, y + height / 2)
  await page.waitForURL('**/2025/charts/submissions/')
  await page.close()
})
