import { max } from 'd3'
import type { Edition } from '../schemas/edition.ts'
import type { Cut, Drawing } from './chart.ts'
import { column, drawing, marks, stroke, text } from './markup.ts'
import { monthAxis, spreadApart } from './monthAxis.ts'
import { openEnd } from './openEnd.ts'
import { down } from './strokes.ts'
import type { Tally } from './tally.ts'

type Visit = Edition['learning']['visits']['records'][number]

/** Visits that all have date, site and attendance, oldest first; undefined when any lacks one, or any is missing. */
export function datedVisits(edition: Edition, tally: Tally) {
  const { records } = edition.learning.visits
  const known = records.flatMap((visit) => {
    const { date, site, attendance } = visit
    return date && site && attendance !== null ? [{ ...visit, date, site, attendance }] : []
  })
  const whole = tally.total > 0 && tally.rest === 0 && known.length === records.length
  return whole ? known.toSorted((a, b) => (a.date < b.date ? -1 : 1)) : undefined
}

/** Recorded visits on a time axis from y: each a post as tall as its attendance, its site upright below. */
export function visitAxis(
  visits: readonly (Visit & { date: string; site: string; attendance: number })[],
  edition: Edition,
  { bound }: Tally,
  unit: string,
  cut: Cut,
  y: number,
): Drawing {
  const { stated } = edition.learning.visits
  const size = cut.narrow ? cut.lettering : 17
  const room = bound === 'exact' ? 0 : 56
  const place = { x: 0, width: cut.width - room }
  const height = cut.narrow ? 120 : 150
  const foot = y + cut.lettering * 3 + height
  const axis = monthAxis(
    visits.map(({ date }) => date),
    { ...place, y: foot },
    cut,
  )
  const tallest = max(visits, ({ attendance }) => attendance) ?? 1
  const tall = (attendance: number) => (attendance / tallest) * height
  const xs = visits.map(({ date }) => axis.x(date))
  const lettered = spreadApart(xs, size * 1.25, [size * 0.6, cut.width - size * 0.6])
  const longest = max(visits, ({ site }) => [...site].length) ?? 0
  const names = foot + axis.height + size * 1.2
  const end = { x: cut.width - room + 8, y: foot - height, width: room - 8, height }
  return drawing(names + longest * size * 1.2, [
    text(0, y + cut.lettering, `各次参与，${unit}`, 'm'),
    marks(
      stated,
      ...visits.map(({ attendance }, index) =>
        stroke('f', down(xs[index] ?? 0, foot - tall(attendance), tall(attendance))),
      ),
    ),
    ...visits.map(({ attendance }, index) =>
      text(lettered[index] ?? 0, foot - tall(attendance) - 6, String(attendance), 'sf mid', size),
    ),
    openEnd(stated, bound, end, { cut }),
    axis.body,
    ...visits.map(({ site }, index) => column(lettered[index] ?? 0, names, site, size, 'sf')),
  ])
}
