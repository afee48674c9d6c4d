import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mini } from '../../src/charts/mini.ts'
import { legendMarks } from '../../src/charts/parts/legend.ts'
import { subpathsOf } from './drawnMarks.ts'
import { edition, withNothingDisclosed, withObservations } from './edition2025.ts'

const drawings = ['sessions', 'groups', 'lists', 'network', 'visits'] as const

test('every small drawing is without lettering', () => {
  for (const drawing of drawings) {
    for (const source of [edition, withNothingDisclosed()]) {
      const { height, body } = mini(source, drawing)
      expect(height).toBeLessThan(110)
      expect(body).not.toMatch(/<text|style|NaN|undefined|Infinity/)
    }
  }
})

test('the small drawing of the sessions has a tile for each', () => {
  const { body } = mini(edition, 'sessions')
  expect(body.match(/z/g)).toHaveLength(12)
})

test('the small drawing of the supervision has an outline for each group, and no decline', () => {
  const { body } = mini(edition, 'groups')
  expect(body.match(/z/g)).toHaveLength(7)
})

test('a small drawing shows a count that is not published hollow and dashed', () => {
  for (const drawing of drawings) {
    const { body } = mini(withNothingDisclosed(), drawing)
    expect(body).toContain('class="u"')
    expect(body).not.toMatch(/class="(f|fl|fa|d|dl|da|hl|ha|ud)"/)
  }
  const hidden = mini(withNothingDisclosed(), 'network').body
  expect(hidden.match(/class="u"/g)).toHaveLength(3)
})

test('a small drawing closes the end of exact counts only', () => {
  for (const drawing of drawings) {
    expect(mini(edition, drawing).body).not.toContain('data-end')
    for (const bound of ['over', 'near'] as const) {
      const { body, height } = mini(
        withObservations((observation) => ({
          ...observation,
          qualifier: { ...observation.qualifier, bound },
        })),
        drawing,
      )
      const ends = body.match(/<g data-end="[^"]+"><path class="(ha|k)"/g) ?? []
      expect(ends).toHaveLength(drawing === 'network' ? 3 : 1)
      for (const end of ends) expect(end).toContain(bound === 'over' ? '"ha"' : '"k"')
      expect(body).not.toMatch(/<text|NaN|undefined|Infinity/)
      expect(height).toBeLessThan(160)
    }
  }
})

test('nothing of a small drawing lies outside its width, where the page would cut it off', () => {
  const counts = fc.record({
    value: fc.integer({ min: 1, max: 8 }),
    bound: fc.constantFrom('exact' as const, 'over' as const, 'near' as const),
  })
  fc.assert(
    fc.property(fc.constantFrom(...drawings), counts, (drawing, { value, bound }) => {
      const { body } = mini(
        withObservations((observation) => ({
          ...observation,
          value,
          qualifier: { ...observation.qualifier, bound },
        })),
        drawing,
      )
      const xs = [...body.matchAll(/ d="([^"]+)"/g)]
        .flatMap(([, data = '']) => subpathsOf(data))
        .flatMap((points) => points.map(([x]) => x))
      expect(Math.min(...xs)).toBeGreaterThanOrEqual(0)
      expect(Math.max(...xs)).toBeLessThanOrEqual(280.5)
    }),
    { numRuns: 40 },
  )
})

test('the legend shows every state with its own mark', () => {
  const bodies = legendMarks().map(({ body }) => body)
  expect(new Set(bodies).size).toBe(8)
  expect(legendMarks().at(-1)).toMatchObject({
    name: '未公布',
    body: expect.stringContaining('class="u"'),
  })
})
