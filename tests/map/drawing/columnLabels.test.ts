import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnLabels, leaderEnd } from '../../../src/map/drawing/columnLabels.ts'
import type { Place } from '../../../src/svg/box.ts'

const column = { left: 230, top: 30, right: 330, bottom: 530 }
const turn = (a: Place, b: Place, c: Place) => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
const cross = ([a, b]: [Place, Place], [c, d]: [Place, Place]) =>
  turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0

test('names stand in the column one under another, and no two leaders cross', () => {
  const site = fc.record({
    x: fc.integer({ min: 30, max: 190 }),
    y: fc.integer({ min: 40, max: 520 }),
  })
  const sites = fc.uniqueArray(site, {
    minLength: 1,
    maxLength: 13,
    selector: ({ x, y }) => `${x} ${y}`,
  })
  fc.assert(
    fc.property(sites, (places) => {
      const labels = places.map((place) => ({ ...place, width: 96, height: 29, line: 29 }))
      const placed = columnLabels(labels, column, 9)
      const tops = placed.map(({ box }) => box.top).sort((a, b) => a - b)
      for (const [index, top] of tops.entries()) {
        if (index > 0) expect(top - (tops[index - 1] as number)).toBeGreaterThanOrEqual(29 - 1e-9)
      }
      const leaders = labels.map((label, index): [Place, Place] => [
        label,
        leaderEnd((placed[index] as (typeof placed)[number]).box, label),
      ])
      for (const [index, one] of leaders.entries()) {
        for (const other of leaders.slice(index + 1)) expect(cross(one, other)).toBe(false)
      }
    }),
    { numRuns: 100 },
  )
})
