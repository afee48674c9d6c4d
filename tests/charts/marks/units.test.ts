import { dot } from '@observablehq/plot'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cuts } from '../../../src/charts/chart.ts'
import {
  counting,
  edgeToEdge,
  inColumns,
  inRows,
  tiles,
  type UnitGrid,
} from '../../../src/charts/marks/units.ts'
import { plot } from '../../../src/charts/parts/plot.ts'
import { type Tally, tallyOf } from '../../../src/charts/parts/tally.ts'
import { qualifierSchema } from '../../../src/schemas/observation.ts'
import {
  countMarks,
  openEnds,
  parseDrawing,
  reportedMarks,
  segmentsOf,
  subpathsOf,
  sumMarks,
  undisclosedMarks,
} from '../drawnMarks.ts'
import { edition } from '../edition2025.ts'

const [observation] = edition.indicators
if (!observation) throw new Error('no indicator')
const id = 'a.b'
const runs = { numRuns: 40 }
const cut = cuts.s

const anyTally = fc
  .record({
    value: fc.integer({ min: 1, max: 240 }),
    recorded: fc.integer({ min: 0, max: 260 }),
    bound: fc.constantFrom(...qualifierSchema.shape.bound.options),
  })
  .map(({ value, recorded, bound }) =>
    tallyOf(
      { ...observation, value, status: 'reported', qualifier: { ...observation.qualifier, bound } },
      recorded,
    ),
  )
const anyField = fc
  .tuple(anyTally, fc.integer({ min: 1, max: 24 }), fc.boolean())
  .map(([tally, most, across]) => ({
    tally,
    across,
    field: across ? inRows(id, tally, most) : inColumns(id, tally, most),
  }))

const drawingOf = ({ rows, scales }: UnitGrid, marks: Parameters<typeof plot>[1]['marks']) => {
  return plot(cut, { height: rows * 20, ...scales, marks })
}

describe('the units of a count of any size', () => {
  test('take a cell each, in the order of the records, inside the scales', () => {
    fc.assert(
      fc.property(anyField, ({ tally, across, field: { units, columns, rows } }) => {
        expect(units).toHaveLength(tally.units)
        const order = units.map(({ x1, y1 }) => (across ? y1 * columns + x1 : x1 * rows + y1))
        expect(order).toEqual(units.map((_, index) => index))
        expect(units.every(({ x1, x2, y1, y2 }) => x2 - x1 === 1 && y2 - y1 === 1)).toBe(true)
        expect(units.every(({ x2, y2 }) => x2 <= columns && y2 <= rows)).toBe(true)
      }),
      runs,
    )
  })

  test('stay clear of the end that is not closed, which begins where they stop', () => {
    fc.assert(
      fc.property(anyField, ({ tally: { bound }, across, field }) => {
        const drawing = drawingOf(field, [field.end])
        const ends = openEnds(drawing, cut, id)
        expect([...ends.keys()]).toEqual(
          { exact: [], over: ['ha'], near: ['k'], about: ['ha'] }[bound],
        )
        const [wide, tall] = [cut.width / field.columns, 20]
        for (const { x, y, length, upright } of segmentsOf([...ends.values()].join(''))) {
          const middle = upright ? y + length / 2 : y
          const met = field.units.filter(
            ({ x1, x2, y1, y2 }) =>
              (!across || (y1 * tall < middle && middle < y2 * tall)) &&
              x < x2 * wide - 0.11 &&
              x + (upright ? 0 : length) > x1 * wide,
          )
          expect(met).toEqual([])
        }
      }),
      runs,
    )
  })

  test('are one subpath each under the name of their indicator, whatever draws them', () => {
    fc.assert(
      fc.property(anyField, ({ tally, field }) => {
        const dots = counting(id, dot(field.units, { x: 'x', y: 'y', r: 2, className: 'd' }))
        const [path] = parseDrawing(drawingOf(field, [dots]), cut).querySelectorAll(
          `[data-marks="${id}"] path`,
        )
        expect(subpathsOf(path?.getAttribute('d') ?? '')).toHaveLength(tally.units)
      }),
      runs,
    )
  })
})

describe('tiles of a count of any size', () => {
  const drawn = (tally: Tally, field: UnitGrid) =>
    drawingOf(field, tiles(id, field, tally.known, 1))

  test('are firm for what is recorded and hollow for what is only counted, never one in the class of the other', () => {
    fc.assert(
      fc.property(anyField, ({ tally, field }) => {
        const counts = countMarks(drawn(tally, field), cut, id)
        expect(sumMarks(counts, reportedMarks)).toBe(tally.known)
        expect(sumMarks(counts, undisclosedMarks)).toBe(tally.units - tally.known)
        expect(sumMarks(counts)).toBe(tally.units)
      }),
      runs,
    )
  })

  test('have an upper edge where they are recorded, and nowhere else', () => {
    fc.assert(
      fc.property(anyField, ({ tally, field }) => {
        const { body } = drawn(tally, field)
        const edges = subpathsOf(/class="fa" d="([^"]+)"/.exec(body)?.[1] ?? '')
        const boxes = subpathsOf(/class="h" d="([^"]+)"/.exec(body)?.[1] ?? '')
        expect(edges).toHaveLength(tally.known)
        // Plot moves rules by half a unit, and rounds corners separately from lengths.
        const apart = edges.flatMap(([from, to], index) => {
          const [left, right] = boxes[index] ?? []
          return [0, 1].flatMap((axis) => [
            (from?.[axis] ?? 0) - (left?.[axis] ?? Number.NaN),
            (to?.[axis] ?? 0) - (right?.[axis] ?? Number.NaN),
          ])
        })
        expect(apart.every((gap) => Math.abs(gap) < 1)).toBe(true)
      }),
      runs,
    )
  })
})

test('edge to edge, the first unit is on the left edge, and the last on the right when the count is exact', () => {
  fc.assert(
    fc.property(anyTally, (tally) => {
      const field = inRows(id, tally, tally.places)
      const [from, to] = edgeToEdge(field, tally).x.domain as [number, number]
      expect(from).toBe(field.units[0]?.x ?? 0.5)
      const last = field.units.at(-1)
      if (tally.bound === 'exact') expect(to).toBe(last?.x)
      else expect(to).toBeGreaterThan(last?.x2 ?? 0)
    }),
  )
})
