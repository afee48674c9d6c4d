import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Cut, cuts } from '../../src/charts/chart.ts'
import { endForms } from '../../src/charts/parts/tally.ts'
import { charts, findChart } from '../../src/charts/registry.ts'
import { findQuantities } from '../../src/facts/quantity.ts'
import { formatQuantity } from '../../src/facts/wording.ts'
import { type Observation, qualifierSchema } from '../../src/schemas/observation.ts'
import type { Edition } from '../../src/sets/edition.ts'
import {
  countMarks,
  edgesOf,
  letteringOf,
  markClasses,
  openEnds,
  parseDrawing,
  reportedMarks,
  segmentsOf,
  startsOf,
  sumMarks,
  undisclosedMarks,
} from './drawnMarks.ts'
import { edition, isOwn, withNothingDisclosed, withObservations } from './edition2025.ts'
import { complete } from './edition2099.ts'

type Bound = Observation['qualifier']['bound']

const runs = { numRuns: 40 }
const anyCut = fc.constantFrom(...Object.values(cuts))
const entries = Object.entries(charts).filter(([id]) => isOwn(id))
/** Names that contain a number word but count nothing. */
const setPhrases = ['闭环七步法', '双月观摩', '五位一体']

const anyBound = fc.constantFrom(...qualifierSchema.shape.bound.options)
/** The classes of an open end. */
const endMarks = { exact: [], over: ['ha'], near: ['k'], about: ['ha'] } as const
/** Whether the last unit of a count may not exist. */
const isShort = (bound: Bound) => ['near', 'about'].includes(endForms[bound])

const valued: fc.Arbitrary<Partial<Observation>> = fc.record({
  value: fc.integer({ min: 0, max: 300 }),
  status: fc.constantFrom('reported' as const, 'estimated' as const),
  qualifier: fc.record({
    bound: anyBound,
    verb: fc.constantFrom(null, '达' as const),
    scope: fc.constantFrom(null, '累计' as const, '连续' as const),
    numerals: fc.constantFrom('arabic' as const, 'han' as const),
  }),
})
const hidden: fc.Arbitrary<Partial<Observation>> = fc.record({
  value: fc.constant(null),
  status: fc.constantFrom('undisclosed' as const, 'not-applicable' as const),
})

/** Indicators drawn with one mark per unit, and their figures. */
const counted = [
  ['sessions', 'consultation.sessions'],
  ['issues', 'consultation.issues-resolved'],
  ['loop', 'consultation.loop-steps'],
  ['enforcement-declines', 'supervision.groups'],
  ['enforcement-declines', 'supervision.problem-classes'],
  ['enforcement-declines', 'supervision.outputs'],
  ['three-lists', 'proposals.lists'],
  ['network-counts', 'public-opinion.towns'],
  ['network-counts', 'public-opinion.villages'],
  ['network-counts', 'public-opinion.qr-codes'],
  ['learning-visits', 'learning.visits'],
  ['learning-model', 'learning.parts'],
] as const

/** How many records of the 2025 edition belong to a counted indicator and are shown with text. */
const recorded: Record<string, number> = {
  'consultation.sessions': edition.sessions.records.length,
  'consultation.loop-steps': edition.loop.records.length,
  'supervision.problem-classes': edition.supervision.problemClasses.records.length,
  'proposals.lists': edition.proposals.lists.records.length,
  'learning.parts': edition.learning.parts.records.length,
}

/** The edition with one count changed. */
function withCount(indicator: string, value: number, bound: Bound) {
  return withObservations((observation) =>
    observation.id === indicator
      ? { ...observation, value, qualifier: { ...observation.qualifier, bound } }
      : observation,
  )
}

describe.each(counted)('%s draws one mark for each unit of %s', (id, indicator) => {
  const chart = findChart(id)

  test('in the edition as it stands', () => {
    const value = edition.indicators.find((observation) => observation.id === indicator)?.value
    for (const cut of Object.values(cuts)) {
      expect(sumMarks(countMarks(chart.draw(edition, cut), cut, indicator))).toBe(value)
    }
  })

  test('for any count and any bound', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 240 }), anyBound, anyCut, (value, bound, cut) => {
        const drawing = chart.draw(withCount(indicator, value, bound), cut)
        const stated =
          endForms[bound] === 'over' ? Math.max(value, recorded[indicator] ?? 0) : value
        const drawn = sumMarks(countMarks(drawing, cut, indicator))
        expect(drawn).toBe(isShort(bound) ? stated - 1 : stated)
      }),
      runs,
    )
  })

  test('and closes their end only when the count is exact', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 240 }), anyBound, anyCut, (value, bound, cut) => {
        const drawing = chart.draw(withCount(indicator, value, bound), cut)
        const ends = openEnds(drawing, cut, indicator)
        const expected = endMarks[endForms[bound]]
        expect([...ends.keys()]).toEqual(expected)
        const tail = segmentsOf(ends.get('ha') ?? '')
        const [first] = tail
        if (!first) return
        const lengths = tail.slice(0, 4).map(({ length }) => length)
        expect(lengths).toEqual(lengths.toSorted((one, other) => other - one))
        if (first.upright) return
        const heights = tail.map(({ y }) => y)
        const reach = Math.max(...tail.map(({ x, length }) => x + length)) + 60
        const closing = edgesOf(drawing, cut, indicator).filter(
          ({ x, y, length, upright }) =>
            upright &&
            x > first.x + 0.1 &&
            x < reach &&
            Math.max(y, y + length) >= Math.min(...heights) - 30 &&
            Math.min(y, y + length) <= Math.max(...heights) + 30,
        )
        expect(closing).toEqual([])
      }),
      runs,
    )
  })
})

const known = counted.flatMap(([id, indicator]) => {
  const count = recorded[indicator]
  return count === undefined ? [] : [{ id, indicator, count }]
})

test.each(known)(
  '$id draws the $count records of $indicator as known, the rest as not published',
  ({ id, indicator, count }) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), anyBound, anyCut, (value, bound, cut) => {
        const drawing = findChart(id).draw(withCount(indicator, value, bound), cut)
        const counts = countMarks(drawing, cut, indicator)
        const stands = isShort(bound) ? value - 1 : value
        const firm = endForms[bound] === 'over' ? count : Math.min(count, stands)
        expect(sumMarks(counts, reportedMarks)).toBe(firm)
        expect(sumMarks(counts, undisclosedMarks)).toBe(Math.max(0, stands - count))
      }),
      runs,
    )
  },
)

describe.each(entries)('%s', (id, chart) => {
  test('draws nothing with a reported mark when nothing is disclosed, and says 未公布', () => {
    if (id === 'timeline') return
    const changed = withNothingDisclosed()
    for (const cut of Object.values(cuts)) {
      const drawing = chart.draw(changed, cut)
      const marks = markClasses(drawing, cut)
      expect(marks.filter((mark) => reportedMarks.includes(mark))).toEqual([])
      expect(marks.some((mark) => undisclosedMarks.includes(mark))).toBe(true)
      const lettering = letteringOf(drawing, cut)
      expect(lettering).toContain('未公布')
      expect(findQuantities(lettering, setPhrases)).toEqual([])
    }
  })

  test('never counts the units of a hidden indicator', () => {
    fc.assert(
      fc.property(hidden, anyCut, (change, cut) => {
        const changed = withObservations((observation) => ({ ...observation, ...change }))
        const groups = parseDrawing(chart.draw(changed, cut), cut).querySelectorAll('[data-marks]')
        for (const group of groups) {
          const indicator = group.getAttribute('data-marks') ?? ''
          const counts = countMarks(chart.draw(changed, cut), cut, indicator)
          expect(sumMarks(counts)).toBeLessThanOrEqual(
            recorded[indicator] ?? edition.timeline.length,
          )
        }
      }),
      { numRuns: 4 },
    )
  })

  test('carries the same worded values as its table, whatever they are', () => {
    fc.assert(
      fc.property(fc.oneof(valued, hidden), anyCut, (change, cut) => {
        const changed = withObservations((observation) => ({ ...observation, ...change }))
        const lettering = letteringOf(chart.draw(changed, cut), cut)
        for (const cell of chart.table(changed).rows.flat()) {
          if (cell.indicator) expect(lettering).toContain(cell.text)
        }
      }),
      runs,
    )
  })
})

test.each(entries)('%s shows what is not recorded by form alone, never in words', (_, chart) => {
  for (const cut of Object.values(cuts)) {
    expect(letteringOf(chart.draw(edition, cut), cut)).not.toMatch(/未公布|没有|未写明|不详|未提供/)
  }
  expect(chart.reading(edition)).not.toMatch(/未公布|没有|未写明|不详|未提供/)
})

describe.each(entries)('the table of %s', (_, chart) => {
  const table = chart.table(edition)

  test('has a header and a status in every row, and no empty cell', () => {
    for (const row of table.rows) {
      expect(row).toHaveLength(table.columns.length)
      expect(row[0]?.header).toBe(true)
      expect(row.every(({ text }) => text.length > 0)).toBe(true)
      expect(row.at(-1)?.text).toMatch(/已刊载|未公布|估算|不适用|展望/)
    }
  })

  test('binds every quantity to an indicator or to records', () => {
    for (const cell of table.rows.flat()) {
      const observation = edition.indicators.find(({ id }) => id === cell.indicator)
      if (observation) expect(cell.text).toBe(formatQuantity(observation))
      else if (!cell.generated) expect(findQuantities(cell.text)).toEqual([])
    }
    expect(table.columns.flatMap((column) => findQuantities(column))).toEqual([])
  })

  test('never gives a number to what is not published', () => {
    for (const cell of table.rows.flat()) {
      if (cell.status === 'undisclosed') expect(cell.text).toMatch(/未公布/)
    }
  })
})

test('the table of sessions lists the recorded one, and gives the rest no number that nobody states', () => {
  const rows = findChart('sessions')
    .table(edition)
    .rows.map((row) => row.map(({ text }) => text))
  expect(rows.map((row) => row.slice(0, 3))).toEqual([
    ['政企协商会', '12场', '期间未公布'],
    ['2025年第四季度的那场', '1场', '2025年第四季度'],
    ['其余', '未公布', '未公布'],
  ])
})

test('the loop leaves the way from its last step to its first undrawn by a firm line', () => {
  for (const cut of Object.values(cuts)) {
    const paths = [
      ...parseDrawing(findChart('loop').draw(edition, cut), cut).querySelectorAll('path'),
    ]
    const ways = (mark: string) =>
      paths
        .filter((path) => path.getAttribute('class') === mark)
        .flatMap((path) => path.getAttribute('d')?.match(/M/g) ?? []).length
    // Each arrow has a shaft and a head.
    expect(ways('fl')).toBe(2 * (edition.loop.records.length - 1))
    expect(ways('u')).toBe(1)
  }
})

test('the declines are drawn as the drop alone: nothing stands below it', () => {
  for (const cut of Object.values(cuts)) {
    const drawing = findChart('enforcement-declines').draw(edition, cut)
    const lettering = letteringOf(drawing, cut)
    expect(lettering).not.toMatch(/44\.2|58\.6|同比|100%/)
    expect(lettering.match(/基期/g)).toHaveLength(2)
  }
})

test('the two declines share no height per unit', () => {
  for (const cut of Object.values(cuts)) {
    const { body } = findChart('enforcement-declines').draw(edition, cut)
    const at = (tick: string) =>
      [...body.matchAll(new RegExp(`<text[^>]* y="([\\d.]+)"[^>]*>${tick}<`, 'g'))].map(([, y]) =>
        Number(y),
      )
    const [from, to] = [at('20%'), at('40%')]
    const heights = to.map((y, index) => y - (from[index] ?? 0))
    expect(heights).toHaveLength(2)
    expect(Math.abs((heights[0] ?? 0) - (heights[1] ?? 0))).toBeGreaterThan(5)
  }
})

test('the supervision is told in the order of its case, and no word of it stands as the cause of a decline', () => {
  const told = ['2024年', '组成', '聚焦', '形成', '助推', '机制']
  const drawn = letteringOf(findChart('enforcement-declines').draw(edition, cuts.s), cuts.s)
  const places = told.map((words) => drawn.indexOf(words))
  expect(places).toEqual(places.toSorted((one, other) => one - other))
  expect(places).not.toContain(-1)
  expect(drawn).not.toMatch(/因此|使得|促使|从而|由于/)
})

test('no rate stands between what was submitted and what was adopted', () => {
  const lettering = letteringOf(findChart('submissions').draw(edition, cuts.w), cuts.w)
  expect(lettering).not.toMatch(/%|率/)
})

const reports = ['public-opinion.submitted', 'public-opinion.adopted']

test.each(reports)(
  'each report of %s is a line, and the end of the lines stays open for 余',
  (id) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 900 }), anyBound, anyCut, (value, bound, cut) => {
        const drawing = findChart('submissions').draw(withCount(id, value, bound), cut)
        const paths = parseDrawing(drawing, cut).querySelectorAll(`[data-marks="${id}"] path`)
        const drawn = [...paths].flatMap((path) => path.getAttribute('d')?.match(/v/g) ?? []).length
        expect(drawn).toBe(isShort(bound) ? value - 1 : value)
        const expected = endMarks[endForms[bound]]
        expect([...openEnds(drawing, cut, id).keys()]).toEqual(expected)
      }),
      runs,
    )
  },
)

/** Figures that count several things in different units or with open ends. */
const unlike: [string, string[]][] = [
  [
    'network-counts',
    ['public-opinion.towns', 'public-opinion.villages', 'public-opinion.qr-codes'],
  ],
  ['submissions', reports],
]

/** The distances between the units of each count in a figure, the smallest first. */
function pitchesOf(
  changed: Edition,
  id: string,
  indicators: readonly string[],
  cut: Cut,
): number[] {
  const drawing = findChart(id).draw(changed, cut)
  const pitches = indicators.map((indicator) => {
    const starts = startsOf(drawing, cut, indicator)
    return Math.min(...starts.slice(1).map((start, index) => start - (starts[index] ?? 0)))
  })
  return pitches.sort((one, other) => one - other)
}

test.each(unlike)(
  'in %s no two measures share pixels per unit, whatever they count',
  (id, indicators) => {
    const values = fc.array(fc.integer({ min: 3, max: 600 }), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(values, anyBound, anyCut, (counts, bound, cut) => {
        const changed = withObservations((observation) => {
          const value = counts[indicators.indexOf(observation.id)]
          const qualifier = { ...observation.qualifier, bound }
          return value === undefined ? observation : { ...observation, value, qualifier }
        })
        for (const state of [changed, complete]) {
          const pitches = pitchesOf(state, id, indicators, cut)
          for (const [index, pitch] of pitches.slice(1).entries())
            expect(pitch / (pitches[index] ?? 0)).toBeGreaterThan(1.1)
        }
      }),
      runs,
    )
  },
)

test('the case of 芦席 is a route of its steps alone: what is said of later stands apart, without a mark or a word of cause', () => {
  const steps = edition.cases.find(({ id }) => id === 'luxi')?.steps ?? []
  for (const cut of Object.values(cuts)) {
    const drawing = findChart('luxi').draw(edition, cut)
    const groups = [...parseDrawing(drawing, cut).querySelectorAll('[data-marks], [data-end]')]
    expect(groups.map((group) => group.getAttribute('data-marks'))).toEqual(['luxi'])
    expect(sumMarks(countMarks(drawing, cut, 'luxi'))).toBe(steps.length - 1)
    const lettering = letteringOf(drawing, cut)
    expect(lettering).not.toMatch(/因此|所以|使得|带来|促成|结果|成效/)
    for (const said of ['近10万人次', '入住率达']) expect(lettering).toContain(said)
  }
})

test('the field of problems solved is closed by an edge only when their number is exact', () => {
  const indicator = 'consultation.issues-resolved'
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 240 }), anyBound, anyCut, (value, bound, cut) => {
      const drawing = findChart('issues').draw(withCount(indicator, value, bound), cut)
      const marks = markClasses(drawing, cut)
      expect(marks.includes('f')).toBe(bound === 'exact')
      expect(marks.includes('ha')).toBe(endMarks[endForms[bound]].includes('ha' as never))
      expect(marks.includes('k')).toBe(endForms[bound] === 'near')
    }),
    runs,
  )
})
