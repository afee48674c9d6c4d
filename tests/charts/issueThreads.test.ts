import { expect, test } from 'vitest'
import { cuts } from '../../src/charts/chart.ts'
import { issues } from '../../src/charts/issues.ts'
import type { Edition } from '../../src/schemas/edition.ts'
import { letteringOf, parseDrawing, segmentsOf } from './drawnMarks.ts'
import { complete } from './edition2099.ts'

/** The complete edition with issues of every outcome that stop at every step. */
const stopping: Edition = {
  ...complete,
  issues: {
    ...complete.issues,
    records: complete.issues.records.map((issue, index) => ({
      ...issue,
      steps: issue.steps?.slice(0, 1 + (index % 7)) ?? null,
    })),
  },
}

test.each(Object.values(cuts))(
  'as many threads cross a step as are said to have reached it, in cut $name',
  (cut) => {
    const drawing = issues.draw(stopping, cut)
    const document = parseDrawing(drawing, cut)
    const along = ({ x, y }: { x: number; y: number }) => (cut.narrow ? y : x)
    const rules = segmentsOf(document.querySelector('path.r')?.getAttribute('d') ?? '')
    const threads = [...document.querySelectorAll('[data-marks] path')].flatMap((path) =>
      segmentsOf(path.getAttribute('d') ?? ''),
    )
    expect(threads).toHaveLength(stopping.issues.records.length)
    const crossing = rules.map((rule) => {
      const passing = threads.filter((thread) => along(thread) + thread.length > along(rule))
      return `${passing.length}个`
    })
    expect(crossing).toHaveLength(7)
    const reached = letteringOf(drawing, cut).match(/^\d+个$/gm)
    expect(crossing).toEqual(reached)
  },
)
