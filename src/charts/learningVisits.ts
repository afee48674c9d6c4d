import { range } from 'd3'
import { findIndicator } from '../facts/indicator.ts'
import { undisclosed } from '../facts/wording.ts'
import type { Edition } from '../schemas/edition.ts'
import {
  computedCell,
  figureCell,
  header,
  periodCell,
  restRow,
  statusCell,
  wordList,
  words,
} from './cells.ts'
import type { Chart, Cut, Drawing, Table } from './chart.ts'
import { head } from './head.ts'
import { column, marks, stroke, text } from './markup.ts'
import { across, bracket, down } from './strokes.ts'
import { tallyOf } from './tally.ts'
import { undisclosedField } from './undisclosedField.ts'
import { wordDate } from './wordDate.ts'

const attendance = 'learning.attendance'

function draw(edition: Edition, cut: Cut): Drawing {
  const { visits, namedSites } = edition.learning
  const observation = findIndicator(edition.indicators, visits.stated)
  const { total } = tallyOf(observation, visits.records.length)
  const small = cut.name === 's'
  const top = head(observation, cut)
  const longest = Math.max(0, ...visits.records.map(({ site }) => [...(site ?? '')].length))
  const y = top.height + 6
  const size = small ? 13 : 17
  const height = Math.max(small ? 72 : 88, longest * size * 1.2 + 16)
  const foot = y + height
  if (total === 0) {
    const place = { x: 0, y, width: cut.width, height }
    return { height: foot + 2, body: top.body + undisclosedField(place, cut) }
  }
  const margin = small ? 8 : 36
  const lettered = longest > 0 ? size * 1.4 : 0
  const pitch = (cut.width - 2 * margin - lettered) / Math.max(1, total - 1)
  const x = (index: number) => (total === 1 ? cut.width / 2 : margin + index * pitch)
  const sites = visits.records
    .slice(0, total)
    .flatMap(({ site }, index) =>
      site ? [column(x(index) + size * 0.8, y + size, site, size, 'sf')] : [],
    )
  const middle = cut.width / 2
  const leading = cut.lettering * 1.7
  const under = foot + 30 + cut.lettering
  const named = namedSites.names
  const peopled = findIndicator(edition.indicators, attendance)
  const rule = named.length > 0 ? under + 2.1 * leading + 22 : foot + 22
  const attended = head(peopled, cut, { y: rule + 14, note: `各次多少${undisclosed}` })
  return {
    height: attended.height - 6,
    body: [
      top.body,
      stroke('r', across(0, foot, cut.width)),
      marks(visits.stated, stroke('f', ...range(total).map((index) => down(x(index), y, height)))),
      ...sites,
      ...(named.length > 0
        ? [
            stroke(
              'h',
              bracket(x(0), foot + 18, x(total - 1) - x(0), -8),
              down(middle, foot + 18, 8),
            ),
            text(middle, under, '原文点名的观摩现场', 'mid'),
            text(middle, under + leading + 3, named.join('　'), 'sf b mid', small ? 18 : 22),
            text(middle, under + 2.1 * leading, `分别属于哪次，${undisclosed}`, 'm mid'),
          ]
        : []),
      stroke('r', across(0, rule, cut.width)),
      attended.body,
    ].join(''),
  }
}

function table(edition: Edition): Table {
  const { visits, namedSites } = edition.learning
  const observation = findIndicator(edition.indicators, visits.stated)
  const people = findIndicator(edition.indicators, attendance)
  return {
    columns: ['项目', '数', '期间', '地点', '参与', '状态'],
    rows: [
      [
        header(observation.label),
        figureCell(observation),
        periodCell(observation),
        wordList(namedSites.names.length > 0 ? namedSites.names : null),
        figureCell(people),
        statusCell(observation.status),
      ],
      ...visits.records.map((visit) => [
        header(visit.theme ?? visit.site ?? `主题${undisclosed}`),
        computedCell(observation, 1),
        words(visit.date && wordDate(visit.date)),
        words(visit.site),
        words(visit.attendance === null ? null : `${visit.attendance}${people.unit}`),
        statusCell('reported'),
      ]),
      ...restRow(observation, tallyOf(observation, visits.records.length), 3),
    ],
  }
}

/** A tick for each 学习活动, all alike; the named sites stand under a bracket over all of them. */
export const learningVisits: Chart = { draw, table }
