import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSite } from './site.ts'
import { templates } from './templates.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let site: Awaited<ReturnType<typeof openSite>>
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

describe.each(templates)('/%s', (path) => {
  test.each(['light', 'dark'] as const)(
    'keeps every mark of its drawings and passes axe in forced colours, %s',
    async (colorScheme) => {
      const context = await site.browser.newContext({
        viewport: { width: 1440, height: 900 },
        forcedColors: 'active',
        colorScheme,
        bypassCSP: true,
      })
      const page = await context.newPage()
      await page.goto(site.url + path, { waitUntil: 'networkidle' })
      const lost = await page.evaluate(() => {
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
          // What is drawn in paper covers what lies under it, and is not to be seen.
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
      expect(lost, `/${path} 里看不见的笔画`).toEqual([])

      await page.evaluate(axe)
      const { violations } = await page.evaluate(() =>
        (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
      )
      expect(
        violations.map(
          ({ id, nodes }) => `${id}（${nodes.length}）：${nodes[0]?.html.slice(0, 160)}`,
        ),
      ).toEqual([])
      await context.close()
    },
  )
})
