import { range } from 'd3'
import { findIndicator } from '../facts/indicator.ts'
import type { Edition } from '../schemas/edition.ts'
import type { Observation } from '../schemas/observation.ts'
import { figureCell, header, periodCell, statusCell, words } from './cells.ts'
import type { Chart, Cut, Drawing, Table } from './chart.ts'
import { head } from './head.ts'
import { drawing, marks, stroke, text } from './markup.ts'
import { openEnd } from './openEnd.ts'
import { across, box, bracket, down } from './strokes.ts'
import { tallyOf } from './tally.ts'
import { blankField } from './undisclosedField.ts'

const indicator = 'public-opinion.leading-years'

/** The calendar years that a period such as 2020年至2025年 names, when they are as many as the figure counts. */
function yearsOf({ period, value, qualifier }: Observation): number[] | undefined {
  const [, first, last] = /^(\d{4})年?[至—～-](\d{4})年$/.exec(period ?? '') ?? []
  if (first === undefined || last === undefined || qualifier.bound !== 'exact') return undefined
  const years = range(Number(first), Number(last) + 1)
  return years.length === value ? years : undefined
}

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
  const ticks = [
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
  ].join('')
  const years = yearsOf(observation)
  if (years) {
    const names = years.map((year, index) =>
      text(left(index) + width / 2, below, small ? `${year}`.slice(2) : `${year}年`, 'm mid'),
    )
    return drawing(below + 4, [top.body, ticks, ...names])
  }
  return drawing(foot + 4, [
    top.body,
    ticks,
    stroke('h', across(left(0), foot, last - left(0))),
    stroke('u', across(0, foot, left(0)), across(last, foot, cut.width - last)),
  ])
}

function table(edition: Edition): Table {
  const observation = findIndicator(edition.indicators, indicator)
  return {
    columns: ['项目', '数', '起止年份', '名次', '状态'],
    rows: [
      [
        header(observation.label, { of: indicator, from: 0 }),
        figureCell(observation),
        periodCell(observation),
        words(null),
        statusCell(observation.status),
      ],
    ],
  }
}

function reading(edition: Edition): string {
  return yearsOf(findIndicator(edition.indicators, indicator))
    ? '刻线按年接连排开，下面写着年份。'
    : '刻线按年接连排开，都是位居前列的年份。'
}

/** A tick for each consecutive year near the top; calendar years only where the period names them. */
export const leadingYears: Chart = { reading, draw, table }
