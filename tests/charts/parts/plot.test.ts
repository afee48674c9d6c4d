import { axisX, axisY, gridY, rect, ruleX, text } from '@observablehq/plot'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cuts } from '../../../src/charts/chart.ts'
import { plot } from '../../../src/charts/parts/plot.ts'
import { subpathsOf } from '../drawnMarks.ts'

const anyCut = fc.constantFrom(...Object.values(cuts))
const scales = { x: { domain: [0, 10] }, y: { domain: [10, 0] } }
const outlinesOf = (body: string) => subpathsOf(/ d="([^"]+)"/.exec(body)?.[1] ?? '')

test('a spec covers the whole width of its cut, from its top over its height', () => {
  fc.assert(
    fc.property(
      anyCut,
      fc.integer({ min: 0, max: 300 }),
      fc.integer({ min: 1, max: 300 }),
      (cut, top, height) => {
        const whole = rect([0], { x1: 0, x2: 10, y1: 0, y2: 10, className: 'h' })
        expect(
          outlinesOf(plot(cut, { at: { y: top }, height, ...scales, marks: [whole] }).body),
        ).toEqual([
          [
            [0, top],
            [cut.width, top],
            [cut.width, top + height],
            [0, top + height],
          ],
        ])
      },
    ),
    { numRuns: 30 },
  )
})

test('a top moves a drawing down, and does nothing else to it', () => {
  fc.assert(
    fc.property(
      anyCut,
      fc.integer({ min: 1, max: 500 }),
      fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1 }),
      (cut, top, places) => {
        const drawn = (from: number) =>
          outlinesOf(
            plot(cut, {
              at: { x: 5, y: from },
              height: 80,
              marginTop: 7,
              ...scales,
              marks: [ruleX(places, { className: 'f' })],
            }).body,
          )
        expect(drawn(top)).toEqual(drawn(0).map((line) => line.map(([x, y]) => [x, y + top])))
      },
    ),
    { numRuns: 30 },
  )
})

test('axes are drawn where a chart asks for them, in the classes of the house', () => {
  const spec = { height: 80, margin: 30, ...scales }
  expect(plot(cuts.s, { ...spec, marks: [text(['甲'], { x: 5, y: 5 })] }).body).not.toContain(
    '<path',
  )
  const { body } = plot(cuts.s, { ...spec, marks: [gridY(), axisX(), axisY()] })
  const classes = [...body.matchAll(/<(path|text) class="(\w+)/g)].map(
    ([, tag, mark]) => `${tag} ${mark}`,
  )
  expect([...new Set(classes)]).toEqual(['path r', 'path h', 'text m'])
  expect(body).not.toMatch(/style|\sid=|NaN|undefined|<svg/)
})
