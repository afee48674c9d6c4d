import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseSourceQuantities } from '../../src/facts/sourceQuantity.ts'
import {
  type Observation,
  observationSchema,
  qualifierSchema,
  type SourceReference,
} from '../../src/schemas/observation.ts'
import { knownRoot } from '../fixtures/knownEdition.ts'
import { refusals as fieldsOf } from './plainWords.ts'

const file = join(knownRoot, 'data/2025/indicators.json')
const indicators: Observation[] = observationSchema
  .array()
  .parse(JSON.parse(readFileSync(file, 'utf8')))

describe.each(indicators)('$id', (observation) => {
  const { qualifier } = observation
  const changed = (changes: Partial<Observation['qualifier']>) =>
    fieldsOf({ ...observation, qualifier: { ...qualifier, ...changes } })

  test('its phrase agrees with value, unit and qualifier', () => {
    expect(fieldsOf(observation)).toEqual([])
  })

  test('any other value disagrees', () => {
    for (const value of [0, 1, 2.5, 1000, 1_000_000, (observation.value ?? 0) + 1]) {
      if (value !== observation.value)
        expect(fieldsOf({ ...observation, value })).toEqual(['value'])
    }
  })

  test('any other unit disagrees', () => {
    expect(fieldsOf({ ...observation, unit: `${observation.unit}甲` })).toEqual(['unit'])
    expect(fieldsOf({ ...observation, unit: '乙' })).toEqual(['unit'])
  })

  test('any other qualifier disagrees', () => {
    for (const bound of qualifierSchema.shape.bound.options) {
      if (bound !== qualifier.bound) expect(changed({ bound })).toEqual(['bound'])
    }
    for (const verb of ['达', '达到', null] as const) {
      if (verb !== qualifier.verb) expect(changed({ verb })).toEqual(['verb'])
    }
    for (const scope of ['累计', '连续', '单日最高', null] as const) {
      if (scope !== qualifier.scope) expect(changed({ scope })).toEqual(['scope'])
    }
    const numerals = qualifier.numerals === 'han' ? 'arabic' : 'han'
    expect(changed({ numerals })).toEqual(['numerals'])
  })
})

test.each([
  ['服务业企业７０余家(次)', { value: 70, bound: 'over', numerals: 'arabic', after: '家(次)' }],
  ['单日最高接待量达10万人次', { value: 100_000, verb: '达', scope: '单日最高', after: '人次' }],
  ['接待游客近10万人次', { value: 100_000, bound: 'near', scope: null }],
  ['10余万人次', { value: 100_000, bound: 'over', after: '人次' }],
  ['连续六年位居前列', { value: 6, scope: '连续', numerals: 'han' }],
  ['30来个', { value: 30, bound: 'other' }],
  ['高达30个', { value: 30, verb: null, before: '高达' }],
])('%s is read as its parts', (phrase, parts) => {
  expect(parseSourceQuantities(phrase)[0]).toMatchObject(parts)
})

test('a limit after the unit is not taken for an exact number', () => {
  const observation = indicators[0] as Observation
  const source = { ...(observation.source as SourceReference), phrase: '12场以上' }
  expect(fieldsOf({ ...observation, source })).toEqual(['bound'])
})

test('人 is not taken for 人次', () => {
  const observation = indicators.find(({ id }) => id === 'learning.attendance') as Observation
  expect(fieldsOf({ ...observation, unit: '人' })).toEqual(['unit'])
})

test('a phrase without a figure proves nothing', () => {
  const observation = indicators[0] as Observation
  const source = { ...(observation.source as SourceReference), phrase: '政企协商会' }
  expect(fieldsOf({ ...observation, source })).toBeUndefined()
})
