import fc from 'fast-check'
import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import { cuts } from '../../src/charts/chart.ts'
import { findChart } from '../../src/charts/registry.ts'
import { indicatorsOf, stateFigure } from '../../src/charts/statement.ts'
import { figureCsv } from '../../src/datasets/figureCsv.ts'
import { plainParts } from '../../src/facts/copy.ts'
import { findIndicator } from '../../src/facts/indicator.ts'
import { formatPeriod, formatQuantity } from '../../src/facts/wording.ts'
import { figurePlate } from '../../src/pictures/figurePlate.ts'
import { figureWords } from '../../src/pictures/figureWords.ts'
import type { FigureCopy } from '../../src/schemas/figures.ts'
import type { Observation } from '../../src/schemas/observation.ts'
import { statusLabel } from '../../src/schemas/undisclosed.ts'
import { letteringOf, markClasses, reportedMarks } from './drawnMarks.ts'
import { edition, isOwn, type WholeEdition } from './edition2025.ts'
import { complete, figureIds } from './edition2099.ts'

/** A figure without written words, so that all are generated. */
const withoutWords = ({ id, chapter, indicators, topic, sources }: FigureCopy): FigureCopy => ({
  id,
  chapter,
  indicators,
  topic,
  sources,
})

const anyQualifier = fc.record({
  bound: fc.constantFrom('exact' as const, 'over' as const, 'near' as const),
  verb: fc.constantFrom(null, '达' as const),
  scope: fc.constantFrom(null, '累计' as const, '连续' as const),
  numerals: fc.constantFrom('arabic' as const, 'han' as const),
})
const anyChange: fc.Arbitrary<Partial<Observation>> = fc.oneof(
  fc.record({
    value: fc.integer({ min: 0, max: 300 }),
    status: fc.constantFrom('reported' as const, 'estimated' as const),
    period: fc.constantFrom(null, '2098年'),
    qualifier: anyQualifier,
  }),
  fc.record({
    value: fc.constant(null),
    status: fc.constantFrom('undisclosed' as const, 'not-applicable' as const),
    period: fc.constant(null),
    qualifier: anyQualifier,
  }),
)

/**
 * Any state of the data: a part of its records, every observation changed separately, words as written or generated.
 */
const editionsWith = (id: string): fc.Arbitrary<WholeEdition> =>
  fc
    .tuple(
      fc.constantFrom(...(isOwn(id) ? [edition] : []), complete),
      fc.array(anyChange, { minLength: 1, maxLength: 6 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.boolean(),
    )
    .map(([base, changes, kept, written]) => {
      const some = <T>(records: readonly T[]) => records.slice(0, Math.ceil(records.length * kept))
      const { sessions, issues, learning, proposals, supervision } = base
      return {
        ...base,
        indicators: base.indicators.map((observation, index) => ({
          ...observation,
          ...changes[index % changes.length],
        })),
        sessions: { ...sessions, records: some(sessions.records) },
        issues: { ...issues, records: some(issues.records) },
        cases: base.cases.map((told) => ({ ...told, steps: some(told.steps) })),
        proposals: { ...proposals, records: some(proposals.records) },
        learning: {
          ...learning,
          visits: { ...learning.visits, records: some(learning.visits.records) },
        },
        supervision: { ...supervision, enforcement: some(supervision.enforcement) },
        figures: written ? base.figures : base.figures.map(withoutWords),
      }
    })

/** The edition without the records that a figure draws, and without the names that the source gives beside them. */
function withoutRecords(changed: WholeEdition): WholeEdition {
  const emptied = emptySets(changed)
  const { sessions, supervision } = emptied
  return {
    ...emptied,
    // Fields that the source names in words are stated whatever the count, so their line may stay.
    sessions: { ...sessions, fields: { ...sessions.fields, range: [] } },
    supervision: { ...supervision, enforcement: [] },
    cases: [],
    timeline: [],
  }
}

/** A value in which every set that states a number holds no record. */
function emptySets<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const fields = Object.entries(value).map(([key, inner]) => [
    key,
    key === 'records' && 'stated' in value ? [] : emptySets(inner),
  ])
  return Object.fromEntries(fields)
}

const pictureText = (svg: string) =>
  [...parseHTML(`<html><body>${svg}</body></html>`).document.querySelectorAll('text')]
    .map((text) => text.textContent)
    .join('')

describe.each(figureIds)('whatever the records, %s', (id) => {
  const anyEdition = editionsWith(id)

  test('says the same values, qualifiers and statuses in drawing, table, CSV, description and picture', () => {
    fc.assert(
      fc.property(anyEdition, fc.constantFrom(...Object.values(cuts)), (changed, cut) => {
        const table = findChart(id).table(changed)
        const drawing = findChart(id).draw(changed, cut)
        const lettering = letteringOf(drawing, cut)
        const words = stateFigure(changed, id)
        const csv = figureCsv(table, changed.publisher.stamp ?? null)
        const plate = figurePlate(
          figureWords(changed, id, '图一'),
          findChart(id).draw(changed, cuts.w),
        )
        const picture = pictureText(plate)
        const flat = (text: string) => text.replace(/\s/g, '')
        for (const indicator of indicatorsOf(table)) {
          const observation = findIndicator(changed.indicators, indicator)
          const figure = formatQuantity(observation)
          const headline = changed.figures.find((one) => one.id === id)?.headline
          const isFound = findChart(id).finding?.(changed).includes(indicator) ?? true
          const stated = headline || !isFound ? [] : [plainParts(words.headline)]
          for (const form of [lettering, csv, picture, ...stated])
            expect(flat(form)).toContain(flat(figure))
          const row = table.rows.find((cells) => cells.some((cell) => cell.indicator === indicator))
          expect(csv).toContain(statusLabel[observation.status])
          const { period } = observation
          if (period && row?.some((cell) => cell.text === formatPeriod(period)))
            expect(flat(picture)).toContain(flat(period))
        }
        for (const cell of table.rows.flat()) expect(csv).toContain(cell.text.replaceAll('"', '""'))
        for (const part of [words.headline, words.measure, words.description, words.caveat])
          expect(flat(picture)).toContain(flat(plainParts(part)))
      }),
      { numRuns: 15 },
    )
  })

  test('draws nothing undisclosed with the mark of what is reported', () => {
    fc.assert(
      fc.property(anyEdition, fc.constantFrom(...Object.values(cuts)), (changed, cut) => {
        const hidden: WholeEdition = {
          ...withoutRecords(changed),
          indicators: changed.indicators.map((observation) => ({
            ...observation,
            value: null,
            status: 'undisclosed',
          })),
        }
        const table = findChart(id).table(hidden)
        const recorded = table.rows
          .flat()
          .some(({ reads, status, text }) => reads?.to && !status && text)
        expect(recorded).toBe(false)
        const marks = markClasses(findChart(id).draw(hidden, cut), cut)
        expect(marks.filter((mark) => reportedMarks.includes(mark))).toEqual([])
      }),
      { numRuns: 10 },
    )
  })
})

test('figures that are generated name who, how much, and when that is stated', () => {
  const bare = {
    ...edition,
    figures: edition.figures.map(withoutWords),
  }
  const headline = (id: string) => plainParts(stateFigure(bare, id).headline)
  expect(headline('sessions')).toBe('政企协商会12场')
  expect(headline('issues')).toBe('推动解决的企业疑难问题80余个')
  expect(headline('enforcement-declines')).toBe(
    '2025年，涉企行政检查户数降幅55.8%，涉企处罚案件数降幅41.4%',
  )
  expect(headline('submissions')).toBe('报送社情民意信息累计500余篇，被上级政协录用400余篇')
})

test('words written for few records give way once more is recorded', () => {
  const { records } = complete.sessions
  const more: WholeEdition = {
    ...edition,
    sessions: { ...edition.sessions, records: records.map((session) => ({ ...session })) },
  }
  expect(plainParts(stateFigure(edition, 'sessions').headline)).toContain('对标服务业发展')
  expect(plainParts(stateFigure(more, 'sessions').headline)).toBe('政企协商会12场')
})
