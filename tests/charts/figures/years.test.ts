import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cuts } from '../../../src/charts/chart.ts'
import { years } from '../../../src/charts/figures/years.ts'
import { stateFigure } from '../../../src/charts/statement.ts'
import { formatProblem } from '../../../src/documents/problem.ts'
import { compareObservations, formatComparison } from '../../../src/facts/compareObservations.ts'
import { plainParts } from '../../../src/facts/copy.ts'
import { findIndicator } from '../../../src/facts/indicator.ts'
import { formatQuantity } from '../../../src/facts/wording.ts'
import { qualifierSchema } from '../../../src/schemas/observation.ts'
import type { Edition } from '../../../src/sets/edition.ts'
import { validate } from '../../../src/validation/validate.ts'
import { copyContent } from '../../contentCopy.ts'
import { markClasses, parseDrawing, segmentsOf } from '../drawnMarks.ts'
import { complete } from '../edition2099.ts'
import { letteringBoxes, overlap } from '../letteringBoxes.ts'

const id = 'consultation.sessions'
const anyCut = fc.constantFrom(...Object.values(cuts))
const shown = complete.figures.find((figure) => figure.id === 'years')?.indicators ?? []

/** The lettering of a drawing without the breaks that it was set in. */
const saidIn = (edition: Edition, cut: (typeof cuts)[keyof typeof cuts]) =>
  letteringBoxes(years.draw(edition, cut), cut)
    .map(({ words }) => words)
    .join('')
    .replace(/\s/g, '')

/** The paths of the bar of an indicator in a year. */
const barOf = (edition: Edition, cut: (typeof cuts)[keyof typeof cuts], year: number, of = id) =>
  [
    ...parseDrawing(years.draw(edition, cut), cut).querySelectorAll(
      `[data-marks="${of}@${year}"] path`,
    ),
  ].map((path) => path.getAttribute('d') ?? '')

/** How far the outline of a bar goes. */
const lengthOf = (paths: readonly string[]) =>
  Math.max(
    ...paths.flatMap(segmentsOf).map(({ length, upright }) => (upright ? 0 : Math.abs(length))),
  )

const anyNumber = fc.record({
  value: fc.integer({ min: 1, max: 300 }),
  qualifier: fc.record({
    bound: fc.constantFrom(...qualifierSchema.shape.bound.options),
    word: fc.constant(null),
    verb: fc.constant(null),
    scope: fc.constantFrom(null, '累计' as const),
    numerals: fc.constant('arabic' as const),
  }),
  unit: fc.constantFrom('场', '次'),
  status: fc.constantFrom('reported' as const, 'estimated' as const),
  source: fc.constant(null),
})
type Numbers = Partial<Edition['indicators'][number]>

/** The two years with the numbers of one indicator changed in both. */
function withNumbers(then: Numbers, now: Numbers): Edition {
  const change =
    <Of extends { id: string }>(numbers: Numbers) =>
    (one: Of) =>
      one.id === id ? { ...one, ...numbers } : one
  return {
    ...complete,
    indicators: complete.indicators.map(change(now)),
    earlier: complete.earlier.map((edition) => ({
      ...edition,
      indicators: edition.indicators.map(change(then)),
    })),
  }
}

test('two years have bars exactly where they may be compared, and are told apart in words where not', () => {
  fc.assert(
    fc.property(anyNumber, anyNumber, anyCut, (then, now, cut) => {
      const edition = withNumbers(then, now)
      const [before] = edition.earlier
      if (!before) throw new Error('没有前一年')
      const one = before.indicators.find((each) => each.id === id)
      if (!one) throw new Error('前一年没有这个数')
      const earlier = { year: before.year, observation: one }
      const later = { year: edition.year, observation: findIndicator(edition.indicators, id) }
      const comparison = compareObservations(earlier, later)
      const isDrawn = !('reason' in comparison)
      for (const year of [earlier.year, later.year])
        expect(barOf(edition, cut, year).length > 0, String(year)).toBe(isDrawn)
      const words = formatComparison(comparison, earlier, later)
      expect(saidIn(edition, cut)).toContain(words)
      expect(
        years
          .table(edition)
          .rows.flat()
          .map(({ text }) => text),
      ).toContain(words)
    }),
    { numRuns: 60 },
  )
})

test('bars of exact numbers are as long as the numbers are large', () => {
  const exact = {
    qualifier: { bound: 'exact', verb: null, scope: null, numerals: 'arabic' },
  } as const
  fc.assert(
    fc.property(
      fc.integer({ min: 20, max: 300 }),
      fc.integer({ min: 20, max: 300 }),
      anyCut,
      (then, now, cut) => {
        const edition = withNumbers({ ...exact, value: then }, { ...exact, value: now })
        const [was, is] = [2098, 2099].map((year) => lengthOf(barOf(edition, cut, year)))
        expect((is ?? 0) / (was ?? 1)).toBeCloseTo(now / then, 1)
      },
    ),
    { numRuns: 60 },
  )
})

test('of the ways in which two years differ each is told, and only what may be compared is drawn', () => {
  const said = saidIn(complete, cuts.w)
  for (const words of [
    '比2098年版多2场',
    '比2098年版多。',
    '近90个；不与2098年版相比：带“近”“余”的数，分不出多少',
    '单位不同，“家”与“家（次）”',
    '定义不同',
    '不都是“累计”的数',
    '2098年版的数没有刊载',
  ])
    expect(said).toContain(words)
  const drawn = shown.filter((of) => barOf(complete, cuts.w, 2098, of).length > 0)
  expect(drawn).toEqual(['consultation.sessions', 'learning.attendance'])
})

test('what this edition has not published is hollow, and no bar stands beside it', () => {
  const hidden = {
    ...complete,
    indicators: complete.indicators.map((observation) => ({
      ...observation,
      value: null,
      status: 'undisclosed' as const,
    })),
  }
  for (const cut of Object.values(cuts))
    expect(new Set(markClasses(years.draw(hidden, cut), cut))).toEqual(new Set(['u']))
})

test('lettering stays apart whatever the numbers', () => {
  fc.assert(
    fc.property(anyNumber, anyNumber, anyCut, (then, now, cut) => {
      const set = letteringBoxes(years.draw(withNumbers(then, now), cut), cut)
      for (const [index, one] of set.entries()) {
        const over = set.slice(index + 1).find((other) => overlap(one, other))
        expect(over?.words, one.words).toBeUndefined()
        expect(one.right, one.words).toBeLessThan(cut.width + 1.5)
      }
    }),
    { numRuns: 60 },
  )
})

test('its headline is its name, however many numbers it has, and its alternative text says them all', () => {
  const { headline, alt } = stateFigure(complete, 'years')
  expect(plainParts(headline)).toBe('与前一年相比')
  const said = plainParts(alt)
  for (const of of shown) {
    const observation = findIndicator(complete.indicators, of)
    expect(said).toContain(observation.label + formatQuantity(observation))
  }
  expect(said).toContain('政企协商会场数12场，比2098年版多2场；')
  expect(said).toContain('定义不同')
})

test('an indicator that has another id is still found by its definition', () => {
  const renamed = 'consultation.meetings'
  const edition = {
    ...complete,
    indicators: complete.indicators.map((one) => (one.id === id ? { ...one, id: renamed } : one)),
    figures: complete.figures.map((figure) =>
      figure.id === 'years' ? { ...figure, indicators: [renamed] } : figure,
    ),
  }
  expect(barOf(edition, cuts.w, 2098, renamed)).not.toEqual([])
})

test('a figure of years in the first edition is a located message', () => {
  const copy = copyContent()
  const figures = JSON.parse(copy.read('data/2025/figures.json'))
  const added = (indicators: string[]) => {
    const figure = {
      ...figures[0],
      id: 'years',
      indicators,
      basis: null,
      headline: null,
      alt: null,
    }
    copy.write('data/2025/figures.json', JSON.stringify([...figures, figure], null, 2))
    return validate(copy.root).problems.map(formatProblem).join('\n')
  }
  expect(added(['consultation.sessions'])).toMatch(
    /figures\.json:\d+:\d+ 发现画不出的图“years”：没有更早的已发布的版次可以相比/,
  )
})
