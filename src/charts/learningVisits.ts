import { range } from 'd3'
import { findIndicator } from '../facts/indicator.ts'
import { undisclosed } from '../facts/wording.ts'
import type { Edition } from '../schemas/edition.ts'
import {
  figureCell,
  header,
  nth,
  oneCell,
  periodCell,
  restRow,
  statusCell,
  words,
} from './cells.ts'
import type { Chart, Cut, Drawing, Table } from './chart.ts'
import { head } from './head.ts'
import { wrap } from './lettering.ts'
import { column, drawing, lines, marks, stroke, text } from './markup.ts'
import { openEnd } from './openEnd.ts'
import { across, bracket, down } from './strokes.ts'
import { tallyOf } from './tally.ts'
import { blankField } from './undisclosedField.ts'
import { datedVisits, visitAxis } from './visitAxis.ts'
import { wordDate } from './wordDate.ts'

const attendance = 'learning.attendance'

/** The ticks from y, recorded sites lettered upright beside theirs. */
function ticks(edition: Edition, cut: Cut, y: number): Drawing & { from: number; to: number } {
  const { stated, records } = edition.learning.visits
  const observation = findIndicator(edition.indicators, stated)
  const { total, units, places, bound } = tallyOf(observation, records.length)
  const small = cut.narrow
  const size = small ? cut.lettering : 17
  const longest = Math.max(0, ...records.map(({ site }) => [...(site ?? '')].length))
  const height = Math.max(small ? 72 : 88, longest * size * 1.2 + 16)
  const from = small ? 8 : 36
  const to = cut.width - from - (longest > 0 ? size * 1.4 : 0)
  const place = { x: 0, y, width: cut.width, height }
  const pitch = (to - from) / Math.max(1, places - 1)
  const x = (index: number) => from + index * pitch
  const gap = Math.min(pitch * 0.3, 12)
  const end = { x: x(units - 1) + gap, y, width: pitch - gap, height }
  const body = [
    stroke('r', across(0, y + height, cut.width)),
    marks(stated, stroke('f', ...range(units).map((index) => down(x(index), y, height)))),
    ...records
      .slice(0, units)
      .map(({ site }, index) =>
        site ? column(x(index) + size * 0.8, y + size, site, size, 'sf') : '',
      ),
    openEnd(stated, bound, end),
  ]
  return {
    ...drawing(y + height, total === 0 ? [blankField(observation, place, cut)] : body),
    from,
    to: x(Math.max(0, units - 1)),
  }
}

/** Whether every site that the source names is the site of a recorded visit. */
function located({ learning: { namedSites, visits } }: Edition): boolean {
  return namedSites.names.every((name) => visits.records.some(({ site }) => site === name))
}

/** The sites the source names, under a bracket over all the ticks from y: which visit each was is not published. */
function namedSites(
  edition: Edition,
  cut: Cut,
  y: number,
  from: number,
  to: number,
  closed: boolean,
): Drawing {
  const { names } = edition.learning.namedSites
  if (names.length === 0) return drawing(y, [])
  const middle = to > from ? (from + to) / 2 : cut.width / 2
  const first = y + 30 + cut.lettering
  const leading = cut.lettering * 1.7
  const size = cut.narrow ? Math.max(18, cut.lettering) : 22
  const named = wrap(names.join('　'), size, cut.width, names).map((line) => line.trim())
  const more = (named.length - 1) * leading
  return drawing(first + more + 1.3 * leading, [
    to > from
      ? stroke('h', bracket(from, y + 18, to - from, -8, closed), down(middle, y + 18, 8))
      : '',
    text(middle, first, '观摩现场（例举）', 'mid'),
    lines(middle, first + leading + 3, named, leading, 'sf b mid', size),
  ])
}

function draw(edition: Edition, cut: Cut): Drawing {
  const { stated, records } = edition.learning.visits
  const observation = findIndicator(edition.indicators, stated)
  const top = head(observation, cut)
  const tally = tallyOf(observation, records.length)
  const dated = datedVisits(edition, tally)
  if (dated) {
    const people = findIndicator(edition.indicators, attendance)
    const axis = visitAxis(dated, edition, tally, people.unit, cut, top.height + 6)
    const attended = head(people, cut, { y: axis.height + 24 })
    return drawing(attended.height - 6, [
      top.body,
      axis.body,
      stroke('r', across(0, axis.height + 10, cut.width)),
      attended.body,
    ])
  }
  const ticked = ticks(edition, cut, top.height + 6)
  const { total, bound } = tally
  const [from, to] = total === 0 ? [0, 0] : [ticked.from, ticked.to]
  const named = namedSites(edition, cut, ticked.height, from, to, bound === 'exact')
  const rule = named.height + 18
  const people = findIndicator(edition.indicators, attendance)
  const attended = head(people, cut, { y: rule + 14 })
  return drawing(attended.height - 6, [
    top.body,
    ticked.body,
    named.body,
    stroke('r', across(0, rule, cut.width)),
    attended.body,
  ])
}

function table(edition: Edition): Table {
  const { visits } = edition.learning
  const { names } = edition.learning.namedSites
  const observation = findIndicator(edition.indicators, visits.stated)
  const people = findIndicator(edition.indicators, attendance)
  const tally = tallyOf(observation, visits.records.length)
  const dated = datedVisits(edition, tally)
  const unknown = located(edition) ? '' : `，属于哪次${undisclosed}`
  return {
    columns: ['项目', '数', '期间', '地点', '参与', '状态'],
    rows: [
      [
        header(observation.label),
        figureCell(observation),
        periodCell(observation),
        words(names.length > 0 ? `原文点名${names.join('、')}${unknown}` : null),
        words(dated ? '逐次列出' : null),
        statusCell(observation.status),
      ],
      [
        header(people.label),
        figureCell(people),
        periodCell(people),
        words(null),
        words(dated ? '逐次列出' : null),
        statusCell(people.status),
      ],
      ...(dated ?? visits.records).map((visit, index) => [
        header(visit.theme ?? visit.site ?? `主题${undisclosed}`, nth(visits.stated, index)),
        oneCell(observation),
        words(visit.date && wordDate(visit.date)),
        words(visit.site),
        words(visit.attendance === null ? null : `${visit.attendance}${people.unit}`),
        statusCell('reported'),
      ]),
      ...restRow(observation, tally, 3),
    ],
  }
}

function reading(edition: Edition): string {
  const { visits, namedSites: named } = edition.learning
  const tally = tallyOf(findIndicator(edition.indicators, visits.stated), visits.records.length)
  if (datedVisits(edition, tally))
    return '横轴是月份，刻线是已登记的活动，高低是参与人次，下面写着地点。'
  if (named.names.length === 0) return '每道刻线是学习活动。'
  return '每道刻线是学习活动，下面写着观摩现场（例举）。'
}

/** A tick for each 学习活动, all alike, named sites under a bracket over all of them; on a time axis once all are recorded. */
export const learningVisits: Chart = { reading, draw, table }
