import { ruleX, ruleY, text } from '@observablehq/plot'
import { max, scaleUtc, utcMonth } from 'd3'
import { findIndicator } from '../../facts/indicator.ts'
import { formatDate, undisclosed } from '../../facts/wording.ts'
import type { EditionWith } from '../../sets/edition.ts'
import { stroke } from '../../svg/markup.ts'
import { horizontalLine } from '../../svg/strokes.ts'
import type { Cut, Drawing, Table } from '../chart.ts'
import { defineChart } from '../chart.ts'
import { monthAxis, monthsOf } from '../marks/months.ts'
import { openEnd } from '../marks/openEnd.ts'
import { counting, edgeToEdge, inRows } from '../marks/units.ts'
import { countRows, statedRow, tableOf } from '../parts/cells.ts'
import { head, plate, withExamples } from '../parts/head.ts'
import type { Slot } from '../parts/layout.ts'
import { plot } from '../parts/plot.ts'
import { countOf, endForms } from '../parts/tally.ts'

/** What the figure is drawn from. */
type Told = EditionWith<'learning'>

/**
 * What the figure counts, who attended, and `dated`: the visits, oldest first, if all have date, site and attendance.
 */
function countsOf({ indicators, learning: { visits } }: Told) {
  const people = findIndicator(indicators, visits.statedAttendance)
  const { told, ...counted } = countOf(indicators, visits, (visit) => {
    const { date, site, attendance } = visit
    return date && site && attendance !== null ? { ...visit, date, site, attendance } : undefined
  })
  return { ...counted, people, dated: told?.sort((a, b) => (a.date < b.date ? -1 : 1)) }
}

type Counts = ReturnType<typeof countsOf>

/** The visits as identical ticks. */
function ticks({ observation, tally }: Counts, cut: Cut, at: Slot): Drawing {
  const field = inRows(observation.id, tally, tally.places)
  return plot(cut, {
    at,
    height: cut.narrow ? 72 : 104,
    insetLeft: 2,
    insetRight: 2,
    ...edgeToEdge(field, tally),
    marks: [
      ruleY([field.rows], { className: 'r' }),
      counting(observation.id, ruleX(field.units, { x: 'x', className: 'f' })),
      field.end,
    ],
  })
}

/** Sorted positions, moved as little as possible until they are `gap` apart and half a gap away from both edges. */
function spreadApart(places: readonly number[], gap: number, width: number): number[] {
  const slack = places.map((place, index) => place - index * gap)
  const [first, last] = [gap / 2, width + gap / 2 - places.length * gap]
  return places.map((_, index) => {
    const pushed = Math.max(first, ...slack.slice(0, index + 1))
    return Math.min(last, pushed) + index * gap
  })
}

/**
 * Recorded visits on an axis of months: a bar of the height of its attendance each, with its site written vertically
 * below.
 */
function posts(
  { observation: { id, qualifier }, people, dated = [] }: Counts,
  cut: Cut,
  top: number,
): Drawing {
  const size = cut.narrow ? cut.lettering : 17
  const width = cut.width - (qualifier.bound === 'exact' ? 0 : 56)
  const dates = dated.map(({ date }) => new Date(date))
  const months = monthsOf(dates)
  const domain = [months[0] as Date, utcMonth.offset(months.at(-1) as Date)]
  const along = scaleUtc(domain, [0, width])
  const apart = spreadApart(dates.map(along), size * 1.2, cut.width)
  const lettered = { x: { value: apart, scale: null }, className: 'sf', fontSize: size } as const
  const tallest = max(dated, ({ attendance }) => attendance) ?? 1
  const longest = max(dated, ({ site }) => site.length) ?? 0
  const named = cut.lettering * 3 + 10
  const [marginTop, marginBottom] = [cut.lettering * 3, named + longest * size * 1.2]
  const height = marginTop + (cut.narrow ? 120 : 150) + marginBottom
  const end = { x1: +along.invert(width + 8), x2: +along.invert(cut.width), y1: tallest, y2: 0 }
  const above = { y: 'attendance', text: 'attendance', dy: -6, lineAnchor: 'bottom' } as const
  const below = { y: () => 0, dy: named, lineAnchor: 'top', lineHeight: 1.2 } as const
  const measure = { frameAnchor: 'top-left', dy: -marginTop, className: 'm' } as const
  return plot(cut, {
    at: { y: top, width },
    height,
    marginTop,
    marginBottom,
    x: { type: 'utc', domain },
    y: { domain: [0, tallest] },
    marks: [
      text([`各次参与，${people.unit}`], measure),
      monthAxis(months, width, cut.lettering),
      ruleY([0], { className: 'h' }),
      counting(id, ruleX(dated, { x: dates, y: 'attendance', className: 'f' })),
      text(dated, { ...lettered, ...above }),
      text(dated, { ...lettered, ...below, text: ({ site }) => [...site].join('\n') }),
      openEnd(id, endForms[qualifier.bound], end, { rows: 5 }),
    ],
  })
}

function draw(edition: Told, cut: Cut): Drawing {
  const { namedSites, visits } = edition.learning
  const counts = countsOf(edition)
  const { observation, people, tally, dated } = counts
  const sites = [...namedSites.names, ...visits.records.flatMap(({ site }) => site ?? [])]
  const { height, body } = plate(observation, cut, tally, (column) =>
    dated
      ? posts(counts, cut, column.y)
      : withExamples('观摩现场（例举）', [...new Set(sites)], cut, column, (beside) =>
          ticks(counts, cut, beside),
        ),
  )
  const rule = stroke('r', horizontalLine(0, height + 22, cut.width))
  const attended = head(people, cut, { y: height + 36 })
  return { height: attended.height - 8, body: body + rule + attended.body }
}

function table(edition: Told): Table {
  const { visits, namedSites } = edition.learning
  const { observation, people, dated } = countsOf(edition)
  const { names } = namedSites
  const located = names.every((name) => visits.records.some(({ site }) => site === name))
  const unknown = located ? '' : `，属于哪次${undisclosed}`
  const 地点 = names.length > 0 ? `原文点名${names.join('、')}${unknown}` : null
  const 参与 = dated && '逐次列出'
  const rows = countRows(observation, dated ?? visits.records, {
    total: { 地点, 参与 },
    name: ({ theme, site }) => theme ?? site ?? `主题${undisclosed}`,
    of: ({ date, site, attendance }) => ({
      期间: date && formatDate(date),
      地点: site,
      参与: attendance === null ? null : `${attendance}${people.unit}`,
    }),
  })
  return tableOf(['期间', '地点', '参与'], rows.toSpliced(1, 0, statedRow(people, { 参与 })))
}

const reading = (edition: Told) =>
  countsOf(edition).dated
    ? '横轴是月份，刻线的高低是参与人次，下面写着地点。'
    : '每道刻线是学习活动。'

/** A tick for each 学习活动, the named sites listed beside; on a time axis once all are recorded. */
export const learningVisits = defineChart({ needs: ['learning'], reading, draw, table })
