import { range } from 'd3'
import { findIndicator } from '../facts/indicator.ts'
import { undisclosed } from '../facts/wording.ts'
import type { Edition } from '../schemas/edition.ts'
import { figureCell, header, periodCell, statusCell, words } from './cells.ts'
import type { Chart, Cut, Drawing, Table } from './chart.ts'
import { head } from './head.ts'
import { wrap } from './lettering.ts'
import { drawing, lines, marks, stroke } from './markup.ts'
import { openEnd } from './openEnd.ts'
import { across, box, bracket, down } from './strokes.ts'
import { tallyOf } from './tally.ts'
import { blankField } from './undisclosedField.ts'

const indicator = 'public-opinion.leading-years'

function draw(edition: Edition, cut: Cut): Drawing {
  const observation = findIndicator(edition.indicators, indicator)
  const { total, units, places, bound } = tallyOf(observation, 0)
  const small = cut.narrow
  const top = head(observation, cut)
  const height = small ? 84 : 104
  if (total === 0) {
    const place = { x: 0, y: top.height, width: cut.width, height }
    return drawing(top.height + height + 2, [top.body, blankField(observation, place, cut)])
  }
  const y = top.height + 18
  const foot = y + height
  const margin = small ? 42 : 96
  const pitch = (cut.width - 2 * margin) / Math.max(1, places)
  const width = Math.min(small ? Math.max(18, cut.lettering) : 26, pitch * 0.6)
  const left = (index: number) => margin + (index + 0.5) * pitch - width / 2
  const hairs = range(1, 6).map((hair) => (hair * width) / 6)
  const last = units > 0 ? left(units - 1) + width : left(0)
  const end = { x: left(units), y, width, height }
  const below = foot + cut.lettering * 1.7
  const leading = cut.lettering * 1.4
  const ends = [`起始年份${undisclosed}`, `截止年份${undisclosed}`].map((note) =>
    wrap(note, cut.lettering, cut.width / 2 - cut.lettering),
  )
  const [from = [], to = []] = ends
  const rows = Math.max(from.length, to.length)
  return drawing(below + (rows - 1) * leading + 4, [
    top.body,
    stroke('h', bracket(left(0), y - 14, last - left(0), 7, bound === 'exact')),
    marks(
      indicator,
      stroke('hl', ...range(units).map((index) => box(left(index), y, width, height))),
    ),
    stroke(
      'hl',
      ...range(units).flatMap((index) => hairs.map((hair) => down(left(index) + hair, y, height))),
    ),
    stroke('fl', ...range(units).map((index) => across(left(index), y, width))),
    openEnd(indicator, bound, end),
    stroke('h', across(left(0), foot, last - left(0))),
    stroke('u', across(0, foot, left(0)), across(last, foot, cut.width - last)),
    lines(0, below, from, leading, 'm'),
    lines(cut.width, below, to, leading, 'm end'),
  ])
}

function table(edition: Edition): Table {
  const observation = findIndicator(edition.indicators, indicator)
  return {
    columns: ['项目', '数', '起止年份', '名次', '状态'],
    rows: [
      [
        header(observation.label),
        figureCell(observation),
        periodCell(observation),
        words(null),
        statusCell(observation.status),
      ],
    ],
  }
}

/** A tick for each consecutive year near the top; no calendar years, both ends open. */
export const leadingYears: Chart = { draw, table }
