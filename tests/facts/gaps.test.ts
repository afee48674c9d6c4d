import { expect, test } from 'vitest'
import { gapsOf } from '../../src/facts/gaps.ts'
import type { Observation } from '../../src/schemas/observation.ts'
import type { Edition } from '../../src/sets/edition.ts'

const observation = (id: string, period: string | null, caveat: string | null) =>
  ({ id, period, caveat }) as Observation
const edition = {
  indicators: [
    observation('a.one', null, '名单未公布。'),
    observation('a.two', '2025年', '不能相加。'),
    observation('a.three', '2025年', null),
  ],
  captions: [{ id: 'kickoff', missing: '时间未公布。' }],
} as Edition

test('the gaps of a page are those of its figures and captions, and the figures without a period', () => {
  const gaps = gapsOf(edition, { indicators: ['a.one', 'a.two', 'a.three'], captions: ['kickoff'] })
  expect(gaps.figures.map(({ text }) => text)).toEqual(['名单未公布。'])
  expect(gaps.undated.map(({ id }) => id)).toEqual(['a.one'])
  expect(gaps.captions.map(({ missing }) => missing)).toEqual(['时间未公布。'])
})

test('an unknown figure or caption is an error that names it', () => {
  expect(() => gapsOf(edition, { indicators: ['a.four'], captions: [] })).toThrow('a.four')
  expect(() => gapsOf(edition, { indicators: [], captions: ['finale'] })).toThrow('finale')
})
