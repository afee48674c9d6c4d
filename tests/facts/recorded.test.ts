import { expect, test } from 'vitest'
import { bearsOut, mostRecords } from '../../src/facts/recorded.ts'
import type { Qualifier } from '../../src/schemas/observation.ts'

const limited = (bound: Qualifier['bound'], word?: Qualifier['word']): Qualifier => ({
  bound,
  word,
  verb: null,
  scope: null,
  numerals: 'arabic',
})
const most = (value: number | null, bound: Qualifier['bound'], word?: Qualifier['word']) =>
  mostRecords({ value, qualifier: limited(bound, word) })

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

test('the other words of a limit bound the records on their own side only', () => {
  expect(most(80, 'over', '多')).toBe(89)
  expect(most(80, 'over', '超过')).toBeUndefined()
  expect(most(80, 'at-least', '不少于')).toBeUndefined()
  expect(most(80, 'about', '约')).toBeUndefined()
  expect(most(80, 'near', '不足')).toBe(79)
})

test.each([
  ['over', '超过', 95, true],
  ['over', '余', 95, false],
  ['near', '不到', 61, true],
  ['near', '近', 61, false],
  ['about', '约', 84, true],
  ['about', '约', 95, false],
  ['at-least', '不少于', 80, true],
  ['at-least', '不少于', 79, false],
] as const)('%s %s80 is borne out by %s: %s', (bound, word, measured, holds) => {
  expect(bearsOut(measured, { value: 80, qualifier: limited(bound, word) })).toBe(holds)
})
