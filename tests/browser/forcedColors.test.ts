import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { violations } from './axe.ts'
import { lendPages } from './lendPages.ts'
import { openSite } from './site.ts'
import { templates } from './templates.ts'

let site: Awaited<ReturnType<typeof openSite>>
let withPage: ReturnType<typeof lendPages>
beforeAll(async () => {
  site = await openSite()
  withPage = lendPages(site.browser, {
    viewport: { width: 1440, height: 900 },
    forcedColors: 'active',
    bypassCSP: true,
  })
})
afterAll(() => site.close())

/** The marks of drawings that cannot be distinguished from the paper. */
const lostMarks = (page: Page) =>
  page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d', {
      willReadFrequently: true,
    })
    if (!canvas) throw new Error('没有画布')
    const opaque = (colour: string) => {
      canvas.clearRect(0, 0, 1, 1)
      canvas.fillStyle = colour
      canvas.fillRect(0, 0, 1, 1)
      return [...canvas.getImageData(0, 0, 1, 1).data]
    }
    const paper = opaque(getComputedStyle(document.body).backgroundColor)
    const unseen = (paint: string) => {
      if (paint === 'none' || paint.startsWith('url(')) return true
      const [r = 0, g = 0, b = 0, alpha = 0] = opaque(paint)
      return alpha === 0 || (r === paper[0] && g === paper[1] && b === paper[2])
    }
    const marks = [
      ...document.querySelectorAll<SVGElement>(
        'main svg :is(path, line, rect, circle, polyline, polygon, text)',
      ),
    ].filter(
      // Marks in the colour of the paper cover what is below them, and are meant to be invisible.
      (mark) => mark.checkVisibility() && !mark.closest('.pp, defs, clipPath, mask, pattern'),
    )
    return [
      ...new Set(
        marks
          .filter((mark) => {
            const { fill, stroke } = getComputedStyle(mark)
            return unseen(fill) && unseen(stroke)
          })
          .map(
            (mark) =>
              `${mark.closest('figure, section, [id]')?.id ?? ''} ${mark.localName}.${mark.getAttribute('class')}`,
          ),
      ),
    ]
  })

describe.concurrent.each(templates)('/%s', (path) => {
  test('keeps every mark of its drawings and passes axe in forced colours, light and dark', () =>
    withPage(async (page) => {
      await page.emulateMedia({ colorScheme: 'light' })
      await page.goto(site.url + path)
      await page.evaluate(() => document.fonts.ready)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        expect(await lostMarks(page), `/${path} 里看不见的笔画，${colorScheme}`).toEqual([])
        expect(await violations(page), colorScheme).toEqual([])
      }
    }))
})
