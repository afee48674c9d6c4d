import { range } from 'd3'
import { findIndicator } from '../facts/indicator.ts'
import { hanNumeral } from '../facts/number.ts'
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
import type { Chart, Cut, Drawing, Step, Table } from './chart.ts'
import { isCrowded } from './chart.ts'
import { findFigure } from './figureNumber.ts'
import { head } from './head.ts'
import { wrap } from './lettering.ts'
import { loopSpine } from './loopSpine.ts'
import { drawing, element, lines, marks, stroke, text, tidy } from './markup.ts'
import { endMarks, tailWay } from './openEnd.ts'
import { arrowhead, round } from './strokes.ts'
import { tallyOf } from './tally.ts'
import { blankField } from './undisclosedField.ts'

type LoopStep = Edition['loop']['records'][number]

/** What is known of a step beside its name, in a line; empty when nothing is. */
function detail(step: LoopStep): string {
  const known = [
    step.owner,
    step.durationDays === null ? null : `${step.durationDays}天`,
    step.count === null ? null : `${step.count}个问题`,
  ].filter((part) => part !== null)
  return known.length > 0 ? `${hanNumeral(step.order)}　${step.name}：${known.join('，')}` : ''
}

function draw(edition: Edition, cut: Cut): Drawing {
  const { stated } = edition.loop
  const observation = findIndicator(edition.indicators, stated)
  const records = [...edition.loop.records].sort((a, b) => a.order - b.order)
  const tally = tallyOf(observation, records.length)
  const { total, known, units, places, bound } = tally
  const top = head(observation, cut)
  if (total === 0) {
    const place = { x: 0, y: top.height, width: cut.width, height: 120 }
    return drawing(top.height + 122, [top.body, blankField(observation, place, cut)])
  }
  const details = records.map(detail).filter(Boolean)
  const leading = cut.lettering * 1.6
  if (isCrowded(cut)) {
    const names = records.map(({ name }) => name)
    const spine = loopSpine(stated, tally, names, cut, top.height)
    const noted = details.flatMap((line) => wrap(line, cut.lettering, cut.width))
    return drawing(spine.height + noted.length * leading + 6, [
      top.body,
      spine.body,
      lines(0, spine.height + leading, noted, leading),
    ])
  }
  const counts = records.length > 0 && records.every(({ count }) => count !== null)
  const small = cut.narrow
  const node = small ? 15 : 19
  const size = small ? 15 : 19
  const [rx, ry] = small ? [96, 104] : [280, 124]
  const [cx, cy] = [cut.width / 2, top.height + ry + node + cut.lettering * (counts ? 3.5 : 2.2)]
  const angle = (index: number) => (index / places) * 2 * Math.PI - Math.PI / 2
  const at = (turn: number, stretch = 1): [number, number] => [
    cx + rx * stretch * Math.cos(turn),
    cy + ry * stretch * Math.sin(turn),
  ]
  const arc = (from: number, to = from + 1) => {
    const [[x, y], [toX, toY]] = [at(angle(from)), at(angle(to))]
    return `M${tidy(x)} ${tidy(y)}A${rx} ${ry} 0 0 1 ${tidy(toX)} ${tidy(toY)}`
  }
  const arrow = (from: number) => {
    const turn = angle(from + 0.52)
    return `${arrowhead(...at(turn), small ? 8 : 11, Math.atan2(ry * Math.cos(turn), -rx * Math.sin(turn)))}z`
  }
  const label = (index: number) => {
    const turn = angle(index)
    const [x, y] = at(turn)
    const step = records[index]
    const aside = Math.abs(Math.cos(turn)) > 0.5
    const side = Math.sign(Math.cos(turn))
    const anchor = aside ? (side < 0 ? ' end' : '') : ' mid'
    const labelX = x + (aside ? side * (node + 7) : 0)
    const below = Math.sin(turn) > 0 ? node + size * 1.1 : -node - size * 0.5
    const labelY = y + (aside ? size * 0.36 : below)
    if (!step) return ''
    const passed = counts && step.count !== null ? `${step.count}个` : ''
    const above = passed && !aside && Math.sin(turn) < 0 ? cut.lettering * 1.3 : 0
    return (
      text(labelX, labelY - above, step.name, `sf b${anchor}`, size) +
      (passed ? text(labelX, labelY - above + cut.lettering * 1.3, passed, `m${anchor}`) : '')
    )
  }
  const nodes = range(units).map((index) => round(...at(angle(index)), node))
  const lowest = Math.max(...range(places).map((index) => at(angle(index))[1] + node + size * 1.1))
  const bottom = Math.max(cy + ry, lowest + (counts ? cut.lettering * 1.3 : 0))
  const tick = [at(angle(units), 0.86), at(angle(units), 1.14)].map((end) =>
    end.map(tidy).join(' '),
  )
  const open =
    bound === 'over'
      ? endMarks(
          stated,
          stroke('ha', ...tailWay.map(([from, to]) => arc(units - 1 + from, units - 1 + to))),
        )
      : bound === 'near'
        ? endMarks(stated, stroke('k', `M${tick.join('L')}`))
        : ''
  const ripples = range(small ? 6 : 7).map((index) => {
    const share = 0.74 - index * 0.075
    return round(cx, cy, rx * share, ry * share)
  })
  return drawing(bottom + 6 + (details.length > 0 ? 14 : 0) + details.length * leading, [
    top.body,
    stroke('r', ...ripples),
    stroke('pp', round(cx, cy, small ? 50 : 96, small ? 24 : 30)),
    stroke('fl', ...range(units - 1).map((from) => arc(from))),
    stroke('dl', ...range(units - 1).map(arrow)),
    open,
    stroke('u', arc(places - 1)),
    stroke('pp', ...nodes),
    marks(
      stated,
      ...nodes.map((ring, index) => {
        const [x, y] = at(angle(index))
        const numeral = text(
          x,
          y + node * 0.38,
          hanNumeral(index + 1),
          'sf tl mid',
          small ? 16 : 20,
        )
        return element('g', {}, stroke(index < known ? 'hl' : 'u', ring), numeral, label(index))
      }),
    ),
    text(cx, cy + 7, findFigure(edition.figures, 'loop').topic, 'sf b mid', small ? 19 : 26),
    lines(0, bottom + leading + 14, details, leading),
  ])
}

function table(edition: Edition): Table {
  const { stated, records } = edition.loop
  const observation = findIndicator(edition.indicators, stated)
  return {
    columns: ['项目', '数', '期间', '负责方', '时限', '经过的问题', '状态'],
    rows: [
      [
        header(observation.label),
        figureCell(observation),
        periodCell(observation),
        words(null),
        words(null),
        words(null),
        statusCell(observation.status),
      ],
      ...records.map((step, index) => [
        header(`${hanNumeral(step.order)}、${step.name}`, nth(stated, index)),
        oneCell(observation),
        periodCell(observation),
        words(step.owner),
        words(step.durationDays === null ? null : `${step.durationDays}天`),
        words(step.count === null ? null : `${step.count}个`),
        statusCell('reported'),
      ]),
      ...restRow(observation, tallyOf(observation, records.length), 4),
    ],
  }
}

function reading(edition: Edition): string {
  const told = edition.loop.records.some((step) => detail(step) !== '')
  const start = '各环节按次序相连，末尾回到起头的虚线，取“闭环”之名。'
  return told ? `${start}图下列出各环节的负责方、时限与经过的问题。` : start
}

/** The steps in their order, with what is known of each. */
function steps(edition: Edition): Step[] {
  return edition.loop.records
    .toSorted((a, b) => a.order - b.order)
    .map((step) => ({ name: step.name, text: detail(step).replace(/^.*：(.*)$/, '$1。') }))
}

/** The steps of 闭环七步法 as a loop read clockwise; the way from the last back to the first is dashed. */
export const loop: Chart = { reading, draw, table, steps }
