import { scaleLinear } from 'd3'
import { findIndicator } from '../facts/indicator.ts'
import type { Edition } from '../schemas/edition.ts'
import type { Tone } from './bar.ts'
import { bar } from './bar.ts'
import { figureCell, header, periodCell, statusCell } from './cells.ts'
import type { Chart, Cut, Drawing, Table } from './chart.ts'
import { head } from './head.ts'
import { drawing, stroke, text } from './markup.ts'
import { down } from './strokes.ts'
import { hasValue } from './tally.ts'
import { blankField } from './undisclosedField.ts'

const rows: { indicator: string; tone: Tone }[] = [
  { indicator: 'public-opinion.submitted', tone: 'lake' },
  { indicator: 'public-opinion.adopted', tone: 'accent' },
]

function draw(edition: Edition, cut: Cut): Drawing {
  const small = cut.narrow
  const observations = rows.map(({ indicator }) => findIndicator(edition.indicators, indicator))
  const most = Math.max(
    1,
    ...observations.map((observation) => (hasValue(observation) ? observation.value : 0)),
  )
  const scale = scaleLinear([0, most], [0, cut.width - (small ? 98 : 124)])
  const thickness = small ? 56 : 84
  let height = 0
  const bars = observations.map((observation, index) => {
    const top = head(observation, cut, { y: height + (index === 0 ? 0 : small ? 22 : 30) })
    const y = top.height + 2
    height = y + thickness + cut.lettering * 1.8
    if (!hasValue(observation) || observation.value === 0) {
      const place = { x: 0, y, width: scale(most), height: thickness }
      return top.body + blankField(observation, place, cut)
    }
    const length = scale(observation.value)
    const counted = String(observation.value)
    const below = y + thickness + 6 + cut.lettering
    const place = { x: 0, y, length, thickness, grows: 'right' } as const
    return [
      top.body,
      bar(observation, place, rows[index]?.tone ?? 'lake'),
      stroke('h', down(length, y - 6, 6), down(length, y + thickness, 6)),
      text(length, below, counted, 'm mid'),
      observation.qualifier.bound === 'over'
        ? text(
            length + (small ? 70 : 78),
            y + thickness / 2 + (small ? 8 : 11),
            '余',
            'sf b ta',
            small ? Math.max(22, cut.lettering) : 30,
          )
        : '',
    ].join('')
  })
  return drawing(height + 2, bars)
}

function table(edition: Edition): Table {
  return {
    columns: ['项目', '数', '期间', '状态'],
    rows: rows.map(({ indicator }) => {
      const observation = findIndicator(edition.indicators, indicator)
      return [
        header(observation.label, { of: indicator, from: 0 }),
        figureCell(observation),
        periodCell(observation),
        statusCell(observation.status),
      ]
    }),
  }
}

function reading(edition: Edition): string {
  const observations = rows.map(({ indicator }) => findIndicator(edition.indicators, indicator))
  const open = observations.some(({ qualifier }) => qualifier.bound === 'over')
  const summed = observations.some(({ qualifier }) => qualifier.scope === '累计')
  return [
    '横条的长度是篇数',
    open ? '，右端敞开的表示“余”，实际比画出的多' : '',
    summed ? '；起头画双线的表示“累计”。' : '。',
  ].join('')
}

/** Two bars, reports sent up and reports adopted, open where 余 is; no rate is drawn between them. */
export const submissions: Chart = { reading, draw, table }
