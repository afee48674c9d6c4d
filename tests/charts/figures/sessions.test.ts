import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cuts } from '../../../src/charts/chart.ts'
import { sessions } from '../../../src/charts/figures/sessions.ts'
import { parseDrawing, segmentsOf } from '../drawnMarks.ts'
import type { WholeEdition } from '../edition2025.ts'
import { complete } from '../edition2099.ts'
import { misplaced } from '../letteringBoxes.ts'

const [session] = complete.sessions.records as [WholeEdition['sessions']['records'][number]]
const anyBound = fc.constantFrom('exact' as const, 'over' as const)
const anyCut = fc.constantFrom(...Object.values(cuts))
/** Days that all lie within a month, or within three years. */
const anyDays = fc
  .tuple(fc.constantFrom(28, 365, 1000), fc.array(fc.nat(), { minLength: 1, maxLength: 40 }))
  .map(([span, days]) => days.map((day) => new Date(Date.UTC(2098, 9, 1 + (day % span)))))

/** The complete edition with sessions on the given days, in three fields by turns. */
function heldOn(days: readonly Date[], bound: 'exact' | 'over'): WholeEdition {
  const records = days.map((day, index) => ({
    ...session,
    id: `session-${index}`,
    date: day.toISOString().slice(0, 10),
    field: `领域${'甲乙丙'[index % 3]}`,
  }))
  const indicators = complete.indicators.map((observation) =>
    observation.id === complete.sessions.stated
      ? {
          ...observation,
          value: records.length,
          qualifier: { ...observation.qualifier, bound },
        }
      : observation,
  )
  return { ...complete, indicators, sessions: { ...complete.sessions, records } }
}

test('dated sessions stand by their days, in the order of the table, and no two meet', () => {
  fc.assert(
    fc.property(anyDays, anyBound, anyCut, (days, bound, cut) => {
      const edition = heldOn(days, bound)
      const drawing = sessions.draw(edition, cut)
      const paths = parseDrawing(drawing, cut).querySelectorAll('[data-marks] path')
      const outlines = [...paths].map((path) => path.getAttribute('d')).join('')
      const leaves = segmentsOf(outlines).filter(({ upright, length }) => !upright && length > 0)
      expect(leaves).toHaveLength(days.length)
      expect(leaves).toEqual(leaves.toSorted((one, other) => one.x - other.x))
      const met = leaves.filter((leaf, index) =>
        leaves
          .slice(index + 1)
          .some(({ x, y }) => y === leaf.y && Math.abs(x - leaf.x) < leaf.length),
      )
      expect(met).toEqual([])
      expect(misplaced(drawing, cut)).toEqual([])
    }),
    { numRuns: 60 },
  )
})
