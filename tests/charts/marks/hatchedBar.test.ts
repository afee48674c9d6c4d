import { rect } from '@observablehq/plot'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cuts } from '../../../src/charts/chart.ts'
import { barPaths, exactly, hatched } from '../../../src/charts/marks/hatchedBar.ts'
import { plot } from '../../../src/charts/parts/plot.ts'
import { qualifierSchema } from '../../../src/schemas/observation.ts'
import { segmentsOf } from '../drawnMarks.ts'

const reported = { status: 'reported' as const }
const qualifier = fc.record({
  bound: fc.constantFrom(...qualifierSchema.shape.bound.options),
  verb: fc.constantFrom(null, '达' as const),
  scope: fc.constantFrom(null, '累计' as const),
  numerals: fc.constant('arabic' as const),
})
const place = fc.record({
  x: fc.integer({ min: 0, max: 400 }),
  y: fc.integer({ min: 0, max: 400 }),
  width: fc.integer({ min: 12, max: 600 }),
  height: fc.integer({ min: 12, max: 600 }),
})
const look = fc.record({
  grows: fc.constantFrom('right' as const, 'down' as const),
  tone: fc.constantFrom('lake' as const, 'accent' as const),
})

type Paths = ReturnType<typeof barPaths>
type Grows = 'right' | 'down'

/** The lines across a bar: the distance of each from the start, and its length. */
const crossing = (paths: Paths, mark: string, grows: Grows, start: number) =>
  segmentsOf(paths[mark]?.join('') ?? '')
    .filter(({ upright }) => upright === (grows === 'right'))
    .map(({ x, y, length }) => ({ at: (grows === 'right' ? x : y) - start, length }))

describe('a bar of any length and thickness, growing right or down', () => {
  test('is closed by one firm edge at its value when that is exact, and else never', () => {
    fc.assert(
      fc.property(qualifier, place, look, (told, box, { grows, tone }) => {
        const paths = barPaths({ ...reported, qualifier: told }, box, { grows, tone })
        const [start, length] = grows === 'right' ? [box.x, box.width] : [box.y, box.height]
        const edges = crossing(paths, tone === 'lake' ? 'fl' : 'fa', grows, start)
        const doubled = told.scope === '累计' ? [4] : []
        const closed = told.bound === 'exact' ? [length] : []
        expect(edges.map(({ at }) => at)).toEqual([...closed, ...doubled])
      }),
    )
  })

  test('thins out past its value when that is 余: no line there is as long as the bar is thick', () => {
    fc.assert(
      fc.property(qualifier, place, look, (any, box, { grows, tone }) => {
        const told = { ...any, bound: 'over' as const }
        const paths = barPaths({ ...reported, qualifier: told }, box, { grows, tone })
        const [start, length, thick] =
          grows === 'right' ? [box.x, box.width, box.height] : [box.y, box.height, box.width]
        const lines = crossing(paths, tone === 'lake' ? 'hl' : 'ha', grows, start)
        const past = lines.filter(({ at }) => at >= length)
        expect(past.length).toBeGreaterThan(3)
        expect(past.every((line) => line.length < thick)).toBe(true)
        const lengths = past.map((line) => line.length)
        expect(lengths).toEqual(lengths.toSorted((one, other) => other - one))
      }),
    )
  })

  test('stays short of its dashed tick when its value is 近', () => {
    fc.assert(
      fc.property(qualifier, place, look, (any, box, { grows, tone }) => {
        const told = { ...any, bound: 'near' as const }
        const paths = barPaths({ ...reported, qualifier: told }, box, { grows, tone })
        const start = grows === 'right' ? box.x : box.y
        const [tick] = crossing(paths, 'k', grows, start)
        expect(tick?.at).toBe(grows === 'right' ? box.width : box.height)
        const solid = Object.entries(paths).flatMap(([mark, data]) =>
          mark === 'k' ? [] : segmentsOf(data.join('')),
        )
        const ends = solid.map(({ x, y, length, upright }) =>
          grows === 'right' ? x + (upright ? 0 : length) : y + (upright ? length : 0),
        )
        expect(Math.max(...ends) - start).toBeLessThan((tick?.at ?? 0) - 3)
      }),
    )
  })

  test('ends short of its value in dots that go on past it when that is 约, with no edge or tick', () => {
    fc.assert(
      fc.property(qualifier, place, look, (any, box, { grows, tone }) => {
        const told = { ...any, bound: 'about' as const }
        const paths = barPaths({ ...reported, qualifier: told }, box, { grows, tone })
        const [start, length] = grows === 'right' ? [box.x, box.width] : [box.y, box.height]
        expect(paths.k).toEqual([])
        const along = segmentsOf(paths[tone === 'lake' ? 'hl' : 'ha']?.join('') ?? '')
          .filter(({ upright }) => upright !== (grows === 'right'))
          .map(({ x, y, length }) => ({ at: (grows === 'right' ? x : y) - start, length }))
        const dots = along.filter((line) => line.length < 2 && line.at > length - 12)
        expect(dots.some(({ at }) => at < length)).toBe(true)
        expect(dots.some(({ at }) => at > length)).toBe(true)
        const whole = along.filter((line) => line.length >= 2)
        for (const line of whole) expect(line.at + line.length).toBeLessThan(length - 5)
      }),
    )
  })

  test('never gives an estimate a firm edge, nor what is not public the stroke of anything solid', () => {
    fc.assert(
      fc.property(qualifier, place, look, (told, box, how) => {
        const drawn = (status: 'estimated' | 'undisclosed' | 'not-applicable') =>
          Object.entries(barPaths({ status, qualifier: told }, box, how))
            .filter(([, data]) => data.length > 0)
            .map(([mark]) => mark)
        expect(drawn('estimated')).not.toContain('fl')
        expect(drawn('estimated')).not.toContain('fa')
        expect(drawn('estimated')).toContain('e')
        expect(drawn('undisclosed')).toEqual(['u'])
        expect(drawn('not-applicable')).toEqual(['u'])
      }),
    )
  })
})

test('stands where Plot puts its rectangle', () => {
  const render = hatched(exactly)
  const { body } = plot(cuts.s, {
    height: 40,
    x: { domain: [0, 350] },
    y: { domain: [40, 0] },
    marks: [rect([200], { x1: 20, x2: (to) => to, y1: 10, y2: 30, render })],
  })
  expect(body).toContain('<path class="fl" d="M200 10v20"/>')
})
