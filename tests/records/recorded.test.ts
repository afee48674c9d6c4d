import { expect, test } from 'vitest'
import { mostRecords } from '../../src/records/recorded.ts'
import type { Qualifier } from '../../src/schemas/observation.ts'

const most = (value: number | null, bound: Qualifier['bound']) =>
  mostRecords({ value, qualifier: { bound, verb: null, scope: null, numerals: 'arabic' } })

test.each([
  ['12场', 12, 'exact', 12],
  ['80余个', 80, 'over', 89],
  ['500余篇', 500, 'over', 599],
  ['1250余件', 1250, 'over', 1259],
  ['近100位', 100, 'near', 99],
] as const)('behind %s at most that many records may stand', (_words, value, bound, records) => {
  expect(most(value, bound)).toBe(records)
})

test('an unpublished number limits nothing', () => {
  expect(most(null, 'exact')).toBeUndefined()
})
