import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cuts } from '../../../src/charts/chart.ts'
import { endOf, openEnd } from '../../../src/charts/marks/openEnd.ts'
import { plot } from '../../../src/charts/parts/plot.ts'
import { segmentsOf } from '../drawnMarks.ts'

const place = fc.record({
  x: fc.integer({ min: 0, max: 400 }),
  y: fc.integer({ min: 0, max: 400 }),
  width: fc.integer({ min: 10, max: 400 }),
  height: fc.integer({ min: 10, max: 400 }),
})
const anyRows = fc.integer({ min: 1, max: 12 })

describe('the end of a count, in any place', () => {
  test('is nothing when the count is exact', () => {
    fc.assert(
      fc.property(place, anyRows, (box, rows) => {
        expect(endOf('exact', box, rows)).toEqual({})
      }),
    )
  })

  test('is dashes in each row when it is 余, ever shorter, ever farther apart, and none across its way', () => {
    fc.assert(
      fc.property(place, anyRows, (box, rows) => {
        const ends = endOf('over', box, rows)
        expect(Object.keys(ends)).toEqual(['ha'])
        const dashes = segmentsOf(ends.ha?.join('') ?? '')
        expect(dashes.some(({ upright }) => upright)).toBe(false)
        const each = dashes.length / rows
        expect(Number.isInteger(each) && each > 2).toBe(true)
        for (let row = 0; row < rows; row++) {
          const own = dashes.slice(row * each, (row + 1) * each).map((dash) => ({
            from: dash.x - box.x,
            length: dash.length,
          }))
          for (const [index, { from, length }] of own.entries()) {
            const next = own[index + 1]
            expect(from + length).toBeLessThan(next?.from ?? box.width + 0.11)
            if (next) expect(next.length).toBeLessThanOrEqual(length)
          }
        }
      }),
    )
  })

  test('is one dashed tick at the far side when it is 近, longer than the place is wide', () => {
    fc.assert(
      fc.property(place, anyRows, (box, rows) => {
        const ends = endOf('near', box, rows)
        expect(Object.keys(ends)).toEqual(['k'])
        const [tick, ...more] = segmentsOf(ends.k?.join('') ?? '')
        expect(more).toEqual([])
        expect(tick?.x).toBe(box.x + box.width)
        expect(tick?.length).toBeGreaterThan(box.height)
      }),
    )
  })
})

test('stands in the place that the scales of its plot give it, less its inset, named after its indicator', () => {
  const drawn = (inset: number) =>
    plot(cuts.s, {
      height: 50,
      x: { domain: [0, 35] },
      y: { domain: [5, 0] },
      marks: [openEnd('a.b', 'near', { x1: 20, x2: 30, y1: 1, y2: 4 }, { inset })],
    }).body
  expect(drawn(0)).toBe('<g data-end="a.b"><path class="k" d="M300 6v38"/></g>')
  expect(drawn(3)).toBe('<g data-end="a.b"><path class="k" d="M297 9v32"/></g>')
})
