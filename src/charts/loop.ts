import { range } from 'd3'
import { findIndicator } from '../facts/indicator.ts'
import { hanNumeral } from '../facts/number.ts'
import type { Edition } from '../schemas/edition.ts'
import { countRows, periodCell, words } from './cells.ts'
import type { Chart, Cut, Drawing, Step, Table } from './chart.ts'
import { findFigure } from './figureNumber.ts'
import { head } from './head.ts'
import { wrap } from './lettering.ts'
import { thinning } from './marks/openEnd.ts'
import { drawing, element, lines, marks, stroke, text, tidy } from './markup.ts'
import { across, arrowhead, down, round } from './strokes.ts'
import { tallyOf } from './tally.ts'
import { blankField } from './undisclosedField.ts'

type LoopStep = Edition['loop']['records'][number]
type Point = [number, number]

const inOrder = ({ loop }: Edition) => loop.records.toSorted((a, b) => a.order - b.order)
const daysOf = ({ durationDays: days }: LoopStep) => (days === null ? null : `${days}天`)

/** What is known of a step beside its name; empty when nothing is. */
function detail(step: LoopStep): string {
  const passed = step.count === null ? null : `${step.count}个问题`
  return [step.owner, daysOf(step), passed].filter((part) => part !== null).join('，')
}

const spot = ([x, y]: Point) => `${tidy(x)} ${tidy(y)}`

/** The loop as an ellipse, read clockwise from its top: the places of its steps, and the ways between them. */
function ring(places: number, [x, y]: Point, [rx, ry]: Point) {
  const turn = (place: number) => (place / places - 0.25) * 2 * Math.PI
  const at = (place: number): Point => [
    x + rx * Math.cos(turn(place)),
    y + ry * Math.sin(turn(place)),
  ]
  const way = (from: number, to: number) => `M${spot(at(from))}A${rx} ${ry} 0 0 1 ${spot(at(to))}`
  return { at, way, back: way(places - 1, places) }
}

/** The loop as a line down, with the way back as a bow on its left. */
function spine(places: number, [x, y]: Point, pitch: number) {
  const rise = ((places - 1) * pitch) / 2
  return {
    at: (place: number): Point => [x, y + place * pitch],
    way: (from: number, to: number) => down(x, y + from * pitch, (to - from) * pitch),
    back: `M${spot([x, y + 2 * rise])}A${tidy(x - 2)} ${tidy(rise)} 0 0 1 ${spot([x, y])}`,
  }
}

function draw(edition: Edition, cut: Cut): Drawing {
  const { stated } = edition.loop
  const observation = findIndicator(edition.indicators, stated)
  const records = inOrder(edition)
  const { total, known, units, places, bound } = tallyOf(observation, records.length)
  const top = head(observation, cut)
  if (total === 0) {
    const place = { x: 0, y: top.height, width: cut.width, height: 120 }
    return drawing(top.height + 122, [top.body, blankField(observation, place, cut)])
  }
  const size = Math.max(cut.lettering, cut.narrow ? 17 : 19)
  const [node, leading] = [size * 0.85, cut.lettering * 1.5]
  const left = cut.width * 0.3
  const room = cut.narrow ? cut.width - left - 2 * node : 150
  const details = records.map((step) => wrap(detail(step), cut.lettering, room))
  const told = Math.max(0, ...details.map(({ length }) => length)) * leading
  const [rx, ry] = [280, 124]
  const middle: Point = [cut.width / 2, top.height + node + size * 1.4 + told + ry]
  const { at, way, back } = cut.narrow
    ? spine(places, [left, top.height + node + told / 2], size * 2.5 + told)
    : ring(places, middle, [rx, ry])

  const label = (index: number) => {
    const [step, known = []] = [records[index], details[index]]
    if (!step || index >= units) return ''
    const [x, y] = at(index)
    const side = cut.narrow ? 1 : Math.sign(x - middle[0])
    const beside = cut.narrow || Math.abs(x - middle[0]) > rx / 2
    const below = y > middle[1]
    const drop = beside ? size * 0.36 : below ? node + size * 1.1 : -node - size * 0.5
    const raised = cut.narrow ? known.length / 2 : below ? 0 : known.length
    const [start, first] = [x + (beside ? side * node * 1.4 : 0), y + drop - raised * leading]
    const anchor = beside ? (side < 0 ? ' end' : '') : ' mid'
    return (
      text(start, first, step.name, `sf b${anchor}`, size) +
      lines(start, first + leading, known, leading, `m${anchor}`)
    )
  }
  const arrow = (from: number) => {
    const [[x, y], [toX, toY]] = [at(from + 0.5), at(from + 0.55)]
    return `${arrowhead(toX, toY, size * 0.55, Math.atan2(toY - y, toX - x))}z`
  }
  const past = (share: number) => units - 0.65 + share * 0.6
  const dashes = thinning.map(({ from, length }) => way(past(from), past(from + length)))
  const [x, y] = at(units)
  const tick = cut.narrow ? across(x - node, y, 2 * node) : down(x, y - node, 2 * node)
  const end = { exact: '', over: stroke('ha', ...dashes), near: stroke('k', tick) }[bound]
  const ripples = range(0.3, 0.8, 0.075).map((share) => round(...middle, rx * share, ry * share))
  const name = findFigure(edition.figures, 'loop').topic
  const ground = [
    stroke('r', ...ripples),
    stroke('pp', round(...middle, 96, 30)),
    text(middle[0], middle[1] + 9, name, 'sf b mid', 26),
  ]
  const rings = range(units).map((index) => round(...at(index), node))
  const numbered = rings.map((ring, index) => {
    const [x, y] = at(index)
    const numeral = text(x, y + size * 0.36, hanNumeral(index + 1), 'sf tl mid', size)
    return element('g', {}, stroke(index < known ? 'hl' : 'u', ring), numeral, label(index))
  })
  const lowest = Math.max(...range(places).map((index) => at(index)[1])) + node
  return drawing(lowest + (cut.narrow ? told / 2 : size * 1.5 + told) + 2, [
    top.body,
    ...(cut.narrow ? [] : ground),
    stroke('fl', ...range(units - 1).map((from) => way(from, from + 1))),
    stroke('dl', ...range(units - 1).map(arrow)),
    end && element('g', { 'data-end': stated }, end),
    stroke('u', back),
    stroke('pp', ...rings),
    marks(stated, ...numbered),
  ])
}

function table(edition: Edition): Table {
  const observation = findIndicator(edition.indicators, edition.loop.stated)
  return {
    columns: ['项目', '数', '期间', '负责方', '时限', '经过的问题', '状态'],
    rows: countRows(observation, inOrder(edition), {
      total: [periodCell(observation), words(null), words(null), words(null)],
      name: ({ order, name }) => `${hanNumeral(order)}、${name}`,
      of: (step) => [
        periodCell(observation),
        words(step.owner),
        words(daysOf(step)),
        words(step.count === null ? null : `${step.count}个`),
      ],
    }),
  }
}

function reading(edition: Edition): string {
  const told = edition.loop.records.some((step) => detail(step) !== '')
  const start = '各环节按次序相连，末尾回到起头的虚线，取“闭环”之名。'
  return told ? `${start}环节旁写着负责方、时限与经过的问题。` : start
}

/** The steps in their order, with what is known of each. */
function steps(edition: Edition): Step[] {
  return inOrder(edition).map((step) => {
    const known = detail(step)
    return { name: step.name, text: known && `${known}。` }
  })
}

/** The steps of 闭环七步法 as a loop; the way from the last back to the first is dashed. */
export const loop: Chart = { reading, draw, table, steps }
