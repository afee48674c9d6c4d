import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cuts } from '../../../src/charts/chart.ts'
import { issues } from '../../../src/charts/figures/issues.ts'
import { sessions } from '../../../src/charts/figures/sessions.ts'
import { letteringOf, parseDrawing, segmentsOf } from '../drawnMarks.ts'
import type { WholeEdition } from '../edition2025.ts'
import { complete } from '../edition2099.ts'
import { misplaced } from '../letteringBoxes.ts'

test('an issue is given the time its session is given, by its day where no period is recorded', () => {
  const held = complete.sessions.records
  expect(held.some(({ period, date }) => period === null && date !== null)).toBe(true)
  const times = sessions.table(complete).rows.map((cells) => cells[2]?.text)
  const rows = issues.table(complete).rows
  for (const { title, session } of complete.issues.records) {
    const order = held.findIndex(({ id }) => id === session)
    const row = rows.find(([name]) => name?.text === title)
    expect(row?.[2]?.text).toBe(times[order + 1])
  }
})

type Issue = WholeEdition['issues']['records'][number]

/** The complete edition with issues of every outcome that end at every step. */
const stopping: WholeEdition = {
  ...complete,
  issues: {
    ...complete.issues,
    records: complete.issues.records.map((issue, index) => ({
      ...issue,
      steps: issue.steps?.slice(0, 1 + (index % 7)) ?? null,
    })),
  },
}

/** The lines of issues in the complete edition's drawing, in drawing order, with the step rules they cross. */
function threadsIn(edition: WholeEdition, cut: (typeof cuts)[keyof typeof cuts]) {
  const drawing = issues.draw(edition, cut)
  const document = parseDrawing(drawing, cut)
  const rules = segmentsOf(document.querySelector('path.r')?.getAttribute('d') ?? '')
  const threads = [...document.querySelectorAll('[data-marks] path')].flatMap((path) =>
    segmentsOf(path.getAttribute('d') ?? ''),
  )
  const crosses = (thread: (typeof threads)[number]) =>
    rules.filter((rule) => thread.y + thread.length > rule.y).length
  return { drawing, rules, threads, crosses }
}

test.each(Object.values(cuts))(
  'as many threads cross a step as are said to have reached it, in cut $name',
  (cut) => {
    const { drawing, rules, threads, crosses } = threadsIn(stopping, cut)
    expect(threads).toHaveLength(stopping.issues.records.length)
    expect(rules).toHaveLength(7)
    const crossing = rules.map((_, step) => {
      const passing = threads.filter((thread) => crosses(thread) > step)
      return `${passing.length}个`
    })
    expect(crossing).toEqual(letteringOf(drawing, cut).match(/^\d+个$/gm))
  },
)

test('the table tells the threads in the order they lie in, each with the step it reached', () => {
  const { threads, crosses } = threadsIn(stopping, cuts.w)
  expect(threads).toEqual(threads.toSorted((one, other) => one.x - other.x))
  const names = stopping.loop.records.map(({ name }) => `到“${name}”`)
  const rows = issues.table(stopping).rows.slice(1)
  const reached = threads.map((thread) => names[crosses(thread) - 1])
  expect(rows.slice(0, threads.length).map((row) => row[5]?.text)).toEqual(reached)
})

test('what became of the issues is lettered apart, however few or many come to it', () => {
  const anyCounts = fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }))
  fc.assert(
    fc.property(anyCounts, fc.constantFrom(...Object.values(cuts)), ([explained, going], cut) => {
      const records = complete.issues.records.map((issue, index): Issue => {
        if (index < explained) return { ...issue, outcome: 'explained' }
        return { ...issue, outcome: index < explained + going ? 'in-progress' : 'resolved' }
      })
      const edition = { ...complete, issues: { ...complete.issues, records } }
      expect(misplaced(issues.draw(edition, cut), cut)).toEqual([])
    }),
    { numRuns: 60 },
  )
})
