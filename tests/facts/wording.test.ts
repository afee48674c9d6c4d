import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { correctionsOf } from '../../src/facts/corrections.ts'
import { parseSourceQuantities } from '../../src/facts/sourceQuantity.ts'
import { formatDate, formatQuantity } from '../../src/facts/wording.ts'
import type { Observation, SourceReference } from '../../src/schemas/observation.ts'
import { edition, publishedEdition } from '../charts/edition2025.ts'
import { refusals } from './plainWords.ts'

const { indicators } = edition

const wordings: Record<string, string> = {
  'consultation.sessions': '12场',
  'consultation.issues-resolved': '80余个',
  'consultation.observation-enterprises': '26家',
  'consultation.service-firm-visits': '70余家（次）',
  'consultation.loop-steps': '七个环节',
  'supervision.members': '30余位',
  'supervision.groups': '7个',
  'supervision.problem-classes': '六大类',
  'supervision.outputs': '6份',
  'supervision.inspected-households-decline': '55.8%',
  'supervision.penalty-cases-decline': '41.4%',
  'proposals.lists': '三张',
  'proposals.appraised': '46件',
  'proposals.handling-satisfaction': '100%',
  'proposals.implementation-satisfaction': '100%',
  'proposals.market-peak-day': '单日最高达10万人次',
  'public-opinion.towns': '13个镇街',
  'public-opinion.villages': '112个村社',
  'public-opinion.qr-codes': '171个',
  'public-opinion.luxi-visitors': '近10万人次',
  'public-opinion.luxi-occupancy': '100%',
  'public-opinion.submitted': '累计500余篇',
  'public-opinion.adopted': '400余篇',
  'public-opinion.leading-years': '连续六年',
  'learning.visits': '11次',
  'learning.attendance': '达500余人次',
  'learning.parts': '五个部分',
}

test('the edition has exactly these indicators', () => {
  expect(publishedEdition.indicators.map(({ id }) => id).sort()).toEqual(
    Object.keys(wordings).sort(),
  )
})

test.each(Object.entries(wordings))(
  '%s is worded %s, unless it has been corrected',
  (id, wording) => {
    const { indicators, corrections } = publishedEdition
    const [first] = correctionsOf(corrections, id).filter(({ field }) => field === 'value')
    const observation = indicators.find((each) => each.id === id) as Observation
    expect(first?.old ?? formatQuantity(observation)).toBe(wording)
  },
)

describe('whatever the observation', () => {
  const observation = fc.record({
    id: fc.constant('example.count'),
    value: fc.integer({ min: 1, max: 99_999_999 }),
    unit: fc.constantFrom('个', '人次', '家（次）', '%'),
    qualifier: fc.record({
      bound: fc.constantFrom('exact', 'over', 'near'),
      word: fc.constantFrom(null, undefined),
      verb: fc.constantFrom('达', '达到', null),
      scope: fc.constantFrom('累计', '连续', '单日最高', null),
      numerals: fc.constantFrom('arabic', 'han'),
    }),
    status: fc.constantFrom('reported', 'estimated', 'undisclosed', 'not-applicable'),
    source: fc.record({ phrase: fc.constantFrom('', '10余万人次', '两个') }),
  }) as fc.Arbitrary<Parameters<typeof formatQuantity>[0]>

  test('余 stands for over and 近 for near, each only then', () => {
    fc.assert(
      fc.property(observation, (each) => {
        const words = formatQuantity(each)
        const disclosed = each.status === 'reported' || each.status === 'estimated'
        expect(words.includes('余')).toBe(disclosed && each.qualifier.bound === 'over')
        expect(words.includes('近')).toBe(disclosed && each.qualifier.bound === 'near')
      }),
    )
  })

  test('a verb is worded only next to another qualifier', () => {
    fc.assert(
      fc.property(observation, (each) => {
        const { bound, verb, scope } = each.qualifier
        const disclosed = each.status === 'reported' || each.status === 'estimated'
        const stacks = bound !== 'exact' || scope !== null
        expect(formatQuantity(each).includes('达')).toBe(disclosed && stacks && verb !== null)
      }),
    )
  })

  test('an undisclosed value is words, never a number', () => {
    fc.assert(
      fc.property(observation, (each) => {
        expect(formatQuantity({ ...each, status: 'undisclosed' })).toBe('未公布')
        expect(() => formatQuantity({ ...each, value: null, status: 'reported' })).toThrow(
          '没有数值',
        )
      }),
    )
  })
})

describe('the numeral is the one of the source', () => {
  const recorded = (phrase: string, changes: Partial<Observation>): Observation => ({
    ...(indicators[0] as Observation),
    ...changes,
    source: { ...(indicators[0]?.source as SourceReference), phrase },
  })
  const bound = (each: Observation['qualifier']['bound'], numerals = 'arabic' as const) => ({
    qualifier: { bound: each, verb: null, scope: null, numerals } as Observation['qualifier'],
  })
  const han = { qualifier: { ...bound('exact').qualifier, numerals: 'han' } } as const

  test.each([
    ['接待游客10余万人次', { value: 100_000, unit: '人次', ...bound('over') }, '10余万人次'],
    ['接待游客10万余人次', { value: 100_000, unit: '人次', ...bound('over') }, '10万余人次'],
    ['近1.2万人次', { value: 12_000, unit: '人次', ...bound('near') }, '近1.2万人次'],
    ['举办12000人次', { value: 12_000, unit: '人次', ...bound('exact') }, '12000人次'],
    ['先后两次', { value: 2, unit: '次', ...han }, '两次'],
    [
      '百余家',
      { value: 100, unit: '家', qualifier: { ...han.qualifier, bound: 'over' } },
      '百余家',
    ],
    ['累计10余万人次', { value: 100_000, unit: '人次', ...bound('over') }, '10余万人次'],
  ] as const)('%s', (phrase, changes, wording) => {
    expect(formatQuantity(recorded(phrase, changes))).toBe(wording)
  })

  test.each([
    ['3000多篇', 3000, '篇', 'over', '多'],
    ['1.5万多篇', 15_000, '篇', 'over', '多'],
    ['10多万篇', 100_000, '篇', 'over', '多'],
    ['超过30家', 30, '家', 'over', '超过'],
    ['30家以上', 30, '家', 'over', '以上'],
    ['不足30家', 30, '家', 'near', '不足'],
    ['约30家', 30, '家', 'about', '约'],
    ['98%左右', 98, '%', 'about', '左右'],
    ['不少于30家', 30, '家', 'at-least', '不少于'],
  ] as const)('%s keeps its word in its place', (phrase, value, unit, bound, word) => {
    const qualifier = { bound, word, verb: null, scope: null, numerals: 'arabic' } as const
    expect(formatQuantity(recorded(phrase, { value, unit, qualifier }))).toBe(phrase)
    expect(
      formatQuantity({ ...recorded(phrase, { value, unit, qualifier }), source: undefined }),
    ).toBe(phrase.replace('10多万', '10万多').replace('1.5万', '15000'))
  })

  test('of two numerals of one value, the one with the unit is meant', () => {
    expect(formatQuantity(recorded('二审两次', { value: 2, unit: '次', ...han }))).toBe('两次')
  })

  test('a numeral of another value or limit is not taken', () => {
    const visitors = { value: 100_000, unit: '人次' }
    expect(formatQuantity(recorded('10余万人次', { ...visitors, ...bound('exact') }))).toBe(
      '10万人次',
    )
    expect(formatQuantity(recorded('20余万人次', { ...visitors, ...bound('over') }))).toBe(
      '10万余人次',
    )
  })

  test('whatever phrase an observation agrees with holds its number, limit and unit as worded', () => {
    const runs =
      '近 超 不少于 约 达 累计 余 多 万 亿 十 百 千 零 〇 一 两 二 0 1 25 . , 个 人次 甲 ， ， 委员 委员'.split(
        ' ',
      )
    const phrases = fc
      .array(fc.constantFrom(...runs), { minLength: 1, maxLength: 8 })
      .map((each) => each.join(''))
    let agreed = 0
    fc.assert(
      fc.property(phrases, fc.constantFrom('个', '人次'), (phrase, unit) => {
        for (const { value, numerals, bound, word, verb, scope } of parseSourceQuantities(phrase)) {
          if (bound === 'other') continue
          const qualifier = { bound, word, verb, scope, numerals } as Observation['qualifier']
          const observation = recorded(phrase, { value, unit, qualifier })
          if (refusals(observation)?.length !== 0) continue
          agreed++
          const words = formatQuantity({
            ...observation,
            qualifier: { ...qualifier, scope: null, verb: null },
          })
          expect(phrase).toContain(words)
        }
      }),
      { numRuns: 10_000 },
    )
    expect(agreed).toBeGreaterThan(30)
  })
})

test('a date is worded as far as it is known', () => {
  expect(formatDate('2025-11-20')).toBe('2025年11月20日')
  expect(formatDate('2025-01')).toBe('2025年1月')
})
