import { ruleX, ruleY, text } from '@observablehq/plot'
import { max, scaleUtc, utcMonth } from 'd3'
import type { Edition } from '../schemas/edition.ts'
import type { Observation } from '../schemas/observation.ts'
import type { Cut, Drawing } from './chart.ts'
import { monthAxis, monthsOf } from './marks/months.ts'
import { openEnd } from './marks/openEnd.ts'
import { counting } from './marks/units.ts'
import { plot } from './plot.ts'
import type { Tally } from './tally.ts'

/** Visits that all have date, site and attendance, oldest first; undefined when any lacks one, or any is missing. */
export function datedVisits({ learning: { visits } }: Edition, { total, rest }: Tally) {
  const known = visits.records.flatMap((visit) => {
    const { date, site, attendance } = visit
    return date && site && attendance !== null ? [{ ...visit, date, site, attendance }] : []
  })
  const whole = total > 0 && rest === 0 && known.length === visits.records.length
  return whole ? known.toSorted((a, b) => (a.date < b.date ? -1 : 1)) : undefined
}

/** Ascending places moved as little as it takes to stand `gap` apart, half of it from both edges. */
function spreadApart(places: readonly number[], gap: number, width: number): number[] {
  const slack = places.map((place, index) => place - index * gap)
  const [least, most] = [gap / 2, width + gap / 2 - places.length * gap]
  return places.map((_, index) => {
    const pushed = Math.max(least, ...slack.slice(0, index + 1))
    return Math.min(most, pushed) + index * gap
  })
}

/** Recorded visits on a time axis from `top`: each a post as tall as its attendance, its site upright below. */
export function visitAxis(
  visits: NonNullable<ReturnType<typeof datedVisits>>,
  { id, qualifier: { bound } }: Observation,
  unit: string,
  cut: Cut,
  top: number,
): Drawing {
  const size = cut.narrow ? cut.lettering : 17
  const width = cut.width - (bound === 'exact' ? 0 : 56)
  const dates = visits.map(({ date }) => new Date(date))
  const months = monthsOf(dates)
  const [from = 0, to] = [months[0], utcMonth.offset(months.at(-1) as Date)]
  const along = scaleUtc([from, to], [0, width])
  const apart = spreadApart(dates.map(along), size * 1.2, cut.width)
  const lettered = { x: { value: apart, scale: null }, className: 'sf', fontSize: size } as const
  const tallest = max(visits, ({ attendance }) => attendance) ?? 1
  const longest = max(visits, ({ site }) => site.length) ?? 0
  const named = cut.lettering * 3 + 10
  const [marginTop, marginBottom] = [cut.lettering * 3, named + longest * size * 1.2]
  const height = marginTop + (cut.narrow ? 120 : 150) + marginBottom
  const end = { x1: +along.invert(width + 8), x2: +along.invert(cut.width), y1: tallest, y2: 0 }
  const measure = { frameAnchor: 'top-left', dy: -marginTop, className: 'm' } as const
  const above = { y: 'attendance', text: 'attendance', dy: -6, lineAnchor: 'bottom' } as const
  const below = { y: () => 0, dy: named, lineAnchor: 'top', lineHeight: 1.2 } as const
  const upright = ({ site }: { site: string }) => [...site].join('\n')
  const body = plot(cut, {
    top,
    height,
    marginTop,
    marginBottom,
    marginRight: cut.width - width,
    x: { type: 'utc', domain: [from, to] },
    y: { domain: [0, tallest] },
    marks: [
      text([`各次参与，${unit}`], measure),
      monthAxis(months, width, cut.lettering),
      ruleY([0], { className: 'h' }),
      counting(id, ruleX(visits, { x: dates, y: 'attendance', className: 'f' })),
      text(visits, { ...lettered, ...above }),
      text(visits, { ...lettered, ...below, text: upright }),
      openEnd(id, bound, end, { rows: 5 }),
    ],
  })
  return { height: top + height, body }
}
