import { expect, test } from 'vitest'
import { cuts } from '../../../src/charts/chart.ts'
import { learningVisits } from '../../../src/charts/figures/learningVisits.ts'
import type { Edition } from '../../../src/sets/edition.ts'
import { letteringOf } from '../drawnMarks.ts'
import { edition } from '../edition2025.ts'

/** The edition with a number of the named sites recorded, each as a visit. */
const withSites = (count: number): Edition => {
  const { visits, namedSites } = edition.learning
  const records = namedSites.names.slice(0, count).map((site, index) => ({
    id: `visit-${index + 1}`,
    date: null,
    site,
    theme: null,
    attendance: null,
  }))
  return { ...edition, learning: { ...edition.learning, visits: { ...visits, records } } }
}
const { names } = edition.learning.namedSites

test.each([
  ['all but one', names.length - 1, true],
  ['all', names.length, false],
])(
  'with the visits to %s named sites recorded, the table says what is unknown and the drawing names them all',
  (_, count, unknown) => {
    const recorded = withSites(count)
    const drawn = letteringOf(learningVisits.draw(recorded, cuts.w), cuts.w)
    const [first = []] = learningVisits.table(recorded).rows
    const told = first.map(({ text }) => text).join()
    expect(told.includes('属于哪次')).toBe(unknown)
    for (const name of names) {
      expect(told).toContain(name)
      expect(drawn).toContain(name)
    }
  },
)
