import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Comparable,
  compareObservations,
  formatComparison,
  type Stated,
} from '../../src/facts/compareObservations.ts'
import { type Qualifier, qualifierSchema } from '../../src/schemas/observation.ts'

const [before, after] = [2098, 2099]
const exact: Qualifier = { bound: 'exact', verb: null, scope: null, numerals: 'arabic' }
const definitionId = `example.count@${before}`

const at = (year: number, changes: Partial<Comparable> = {}): Stated => ({
  year,
  observation: {
    id: 'example.count',
    value: 10,
    unit: '场',
    qualifier: exact,
    period: `${year}年`,
    status: 'reported',
    source: null,
    ...(year === before ? {} : { definitionId }),
    ...changes,
  },
})
const told = (earlier: Partial<Comparable>, later: Partial<Comparable>) => {
  const [one, other] = [at(before, earlier), at(after, later)]
  return formatComparison(compareObservations(one, other), one, other)
}
const limited = (bound: Qualifier['bound'], word?: Qualifier['word']): Qualifier => ({
  ...exact,
  bound,
  ...(word && { word }),
})
const counted = (scope: Qualifier['scope']): Qualifier => ({ ...exact, scope })

test('two exact numbers of one definition are told by how much they differ', () => {
  expect(told({ value: 10 }, { value: 12 })).toBe('比2098年版多2场')
  expect(told({ value: 12 }, { value: 10 })).toBe('比2098年版少2场')
  expect(told({ value: 12 }, { value: 12 })).toBe('与2098年版相同')
  const percent = { unit: '%' }
  expect(told({ ...percent, value: 53.1 }, { ...percent, value: 55.8 })).toBe(
    '比2098年版多2.7个百分点',
  )
  expect(told({ qualifier: counted('共') }, { value: 12 })).toBe('比2098年版多2场')
})

test('what a qualifier leaves open is told without a number, and not at all where it may be either', () => {
  expect(told({ value: 80, qualifier: limited('near') }, { value: 90 })).toBe('比2098年版多')
  expect(told({ value: 100 }, { value: 90, qualifier: limited('near') })).toBe('比2098年版少')
  expect(told({ value: 80 }, { value: 80, qualifier: limited('over') })).toBe('比2098年版多')
  const unsure = '的数，分不出多少'
  expect(
    told({ value: 80, qualifier: limited('over') }, { value: 90, qualifier: limited('near') }),
  ).toBe(`不与2098年版相比：带“余”“近”${unsure}`)
  expect(told({ value: 80 }, { value: 80, qualifier: limited('over', '以上') })).toContain(unsure)
  expect(told({ value: 80 }, { value: 500, qualifier: limited('about', '约') })).toContain(unsure)
  expect(told({ value: 80 }, { value: 500, status: 'estimated' })).toContain(`“估算”${unsure}`)
})

test('累计 is compared with 累计 alone, and never subtracted', () => {
  const qualifier = counted('累计')
  expect(told({ value: 500, qualifier }, { value: 512, qualifier })).toBe('比2098年版多')
  expect(told({ value: 500, qualifier }, { value: 512 })).toBe('不与2098年版相比：不都是“累计”的数')
  expect(told({ value: 500 }, { value: 512, qualifier: counted('单日最高') })).toBe(
    '不与2098年版相比：不都是“单日最高”的数',
  )
})

test('what was counted otherwise, or is not known, is not compared', () => {
  const because = (earlier: Partial<Comparable>, later: Partial<Comparable>) =>
    told(earlier, later).replace('不与2098年版相比：', '')
  const hidden = { value: null, status: 'undisclosed' } as const
  expect(because({}, { definitionId: undefined })).toBe('定义不同')
  expect(because({ unit: '家' }, { unit: '家（次）' })).toBe('单位不同，“家”与“家（次）”')
  expect(because(hidden, {})).toBe('2098年版的数没有刊载')
  expect(because({}, { value: null, status: 'not-applicable' })).toBe('2099年版的数不适用')
})

describe('periods', () => {
  const because = (earlier: string | null, later: string | null) =>
    told({ period: earlier }, { period: later, value: 12 }).replace('不与2098年版相比：', '')

  test.each([
    ['2098年', '2099年'],
    ['2098年上半年', '2099年上半年'],
    ['2098年第四季度', '2099年第四季度'],
    ['2094年至2098年', '2095年至2099年'],
    ['截至2098年底', '截至2099年底'],
  ])('%s and %s are as long as each other', (earlier, later) => {
    expect(because(earlier, later)).toBe('比2098年版多2场')
  })

  test.each([
    [null, '2099年', '没有都写明期间'],
    ['近年来', '2099年', '没有都写明是哪一年'],
    ['2098年', '2098年', '说的是同一个期间'],
    ['2098年', '2099年上半年', '期间的长短不一定相同'],
    ['2094年至2098年', '2094年至2099年', '期间的长短不一定相同'],
    ['2098年国庆假期', '2099年国庆假期', '期间的长短不一定相同'],
  ])('%s and %s are not: %s', (earlier, later, reason) => {
    expect(because(earlier, later)).toBe(reason)
  })
})

const anyQualifier: fc.Arbitrary<Qualifier> = fc.record({
  bound: fc.constantFrom(...qualifierSchema.shape.bound.options),
  word: fc.constantFrom(null, '以上' as const),
  verb: fc.constantFrom(null, '达' as const),
  scope: fc.constantFrom(null, '累计' as const, '共' as const, '单日最高' as const),
  numerals: fc.constant('arabic' as const),
})
const anyChange: fc.Arbitrary<Partial<Comparable>> = fc.record(
  {
    value: fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 20 })),
    unit: fc.constantFrom('场', '场（次）'),
    qualifier: anyQualifier,
    status: fc.constantFrom('reported' as const, 'estimated' as const, 'undisclosed' as const),
  },
  { requiredKeys: ['qualifier'] },
)
const anyPair = fc
  .tuple(anyChange, anyChange)
  .map(([one, other]) => [at(before, one), at(after, other)] as const)

/** Whether a number may be what an observation says, whatever its words leave open. */
function mayBe({ value, qualifier, status }: Comparable, number: number): boolean {
  const said = value ?? Number.NaN
  if (status === 'estimated' || qualifier.bound === 'about') return true
  if (qualifier.bound === 'exact') return number === said
  if (qualifier.bound === 'near') return number < said
  return (
    number > said ||
    (number === said && (qualifier.bound === 'at-least' || qualifier.word === '以上'))
  )
}

test('what is said is true of all numbers that the two may be', () => {
  fc.assert(
    fc.property(anyPair, fc.nat({ max: 40 }), fc.nat({ max: 40 }), ([one, other], was, is) => {
      fc.pre(mayBe(one.observation, was) && mayBe(other.observation, is))
      const comparison = compareObservations(one, other)
      if ('reason' in comparison) return
      expect(Math.sign(is - was)).toBe({ more: 1, fewer: -1, same: 0 }[comparison.change])
      if (comparison.difference !== undefined)
        expect(Math.abs(is - was)).toBe(comparison.difference)
    }),
    { numRuns: 2000 },
  )
})

test('a difference has a number only between exact reported numbers that are not 累计, of one unit', () => {
  fc.assert(
    fc.property(anyPair, ([one, other]) => {
      const comparison = compareObservations(one, other)
      if ('reason' in comparison) return
      expect(one.observation.unit).toBe(other.observation.unit)
      if (comparison.difference === undefined) return
      for (const { observation } of [one, other]) {
        expect(observation.qualifier).toMatchObject({ bound: 'exact' })
        expect(observation.qualifier.scope).not.toBe('累计')
        expect(observation.status).toBe('reported')
      }
    }),
    { numRuns: 500 },
  )
})

test('seen from the other side it is the opposite', () => {
  const opposite = { more: 'fewer', fewer: 'more', same: 'same' }
  fc.assert(
    fc.property(anyPair, ([one, other]) => {
      const [there, back] = [compareObservations(one, other), compareObservations(other, one)]
      if ('reason' in there) expect(back).toHaveProperty('reason')
      else expect(back).toEqual({ ...there, change: opposite[there.change] })
    }),
    { numRuns: 500 },
  )
})
