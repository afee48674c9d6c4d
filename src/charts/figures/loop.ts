import { arrow } from '@observablehq/plot'
import { max, pairs, range } from 'd3'
import { formatHanNumeral } from '../../facts/formatNumeral.ts'
import { findIndicator } from '../../facts/indicator.ts'
import type { EditionWith } from '../../sets/edition.ts'
import { wrap } from '../../svg/lettering.ts'
import { element, lines, marks, stroke, text } from '../../svg/markup.ts'
import { ellipse } from '../../svg/strokes.ts'
import type { Cut, Drawing, Step, Table } from '../chart.ts'
import { defineChart } from '../chart.ts'
import { findFigure } from '../figureNumber.ts'
import { openEnd } from '../marks/openEnd.ts'
import { countRows, tableOf } from '../parts/cells.ts'
import { plate } from '../parts/head.ts'
import { plot } from '../parts/plot.ts'
import { countOf, type Tally } from '../parts/tally.ts'

/** What the figure is drawn from. */
type Told = EditionWith<'loop'>

type LoopStep = Told['loop']['records'][number]
type Place = { x: number; y: number }

const inOrder = ({ loop }: Told) => loop.records.toSorted((a, b) => a.order - b.order)
const daysOf = ({ durationDays: days }: LoopStep) => (days === null ? null : `${days}天`)

/** What is known about a step beside its name; empty if nothing is. */
function detail(step: LoopStep): string {
  const passed = step.count === null ? null : `${step.count}个问题`
  return [step.owner, daysOf(step), passed].filter((part) => part !== null).join('，')
}

/**
 * The steps on a circle, clockwise from the top, or on a vertical line if that is too narrow; the return arrow is
 * dashed.
 */
function circuit(edition: Told, { known, units, places, bound }: Tally, cut: Cut, top: number) {
  const { stated } = edition.loop
  const records = inOrder(edition)
  const size = Math.max(cut.lettering, cut.narrow ? 17 : 19)
  const [node, around, leading] = [size * 0.85, 140, cut.lettering * 1.5]
  const x = cut.width * (cut.narrow ? 0.3 : 0.5)
  const room = cut.narrow ? cut.width - x - 2 * node : cut.width / 4
  const details = records.map((step) => wrap(detail(step), cut.lettering, room))
  const told = leading * (max(details, ({ length }) => length) ?? 0)
  const y = top + node + (cut.narrow ? 0 : size * 1.4 + told + around)
  const at = range(places).map((place) => {
    if (cut.narrow) return { x, y: y + place * (size * 2.5 + told) }
    const turn = (2 * Math.PI * place) / places
    return { x: x + around * Math.sin(turn), y: y - around * Math.cos(turn) }
  })
  const last = cut.narrow ? (at.at(-1)?.y ?? y) : y + around
  const height = last + Math.max(node, told + 0.6 * size)

  const step = ({ x: left, y: middle }: Place, index: number) => {
    const ring = stroke(index < known ? 'hl' : 'u', ellipse(left, middle, node))
    const numeral = text(left, middle + size * 0.36, formatHanNumeral(index + 1), 'sf tl mid', size)
    const [record, said = []] = [records[index], details[index]]
    if (!record || index >= known) return element('g', {}, ring, numeral)
    const side = cut.narrow ? 1 : Math.sign(Math.round(left - x))
    const anchor = side === 0 ? ' mid' : side < 0 ? ' end' : ''
    const start = left + side * node * 1.4
    const first = middle + (side === 0 ? -node - size / 2 - said.length * leading : size * 0.36)
    const name = text(start, first, record.name, `sf b${anchor}`, size)
    const below = lines(start, first + leading, said, leading, `m${anchor}`)
    return element('g', {}, ring, numeral, name, below)
  }
  const link = (from: Place, to: Place) => ({ x1: from.x, y1: from.y, x2: to.x, y2: to.y })
  const ways = pairs([...at, ...at.slice(0, 1)], link)
  const way = { x1: 'x1', y1: 'y1', x2: 'x2', y2: 'y2', inset: node + 2 } as const
  const back = { ...way, headLength: 0, className: 'u' }
  const bend = 180 / places
  const after = at[units] ?? { x, y }
  const between = plot(cut, {
    height,
    x: { domain: [0, cut.width] },
    y: { domain: [height, 0] },
    marks: [
      arrow(ways.slice(0, units - 1), { ...way, bend: cut.narrow ? 0 : bend, className: 'fl' }),
      // In the vertical layout the return line starts beside the steps, so that it can pass them.
      arrow(
        ways.slice(-1),
        cut.narrow ? { ...back, bend: 20, inset: 0, dx: -node } : { ...back, bend },
      ),
      openEnd(stated, bound, link(after, after), {
        inset: -node,
      }),
    ],
  })
  const topic = text(x, y + 9, findFigure(edition.figures, 'loop').topic, 'sf b mid', 26)
  const ground = cut.narrow ? '' : topic
  return { height, body: ground + between.body + marks(stated, ...at.slice(0, units).map(step)) }
}

function draw(edition: Told, cut: Cut): Drawing {
  const { observation, tally } = countOf(edition.indicators, edition.loop)
  return plate(observation, cut, tally, ({ y }) => circuit(edition, tally, cut, y))
}

function table(edition: Told): Table {
  const observation = findIndicator(edition.indicators, edition.loop.stated)
  const rows = countRows(observation, inOrder(edition), {
    name: ({ order, name }) => `${formatHanNumeral(order)}、${name}`,
    of: (step) => ({
      负责方: step.owner,
      时限: daysOf(step),
      经过的问题: step.count === null ? null : `${step.count}个`,
    }),
  })
  return tableOf(['期间', '负责方', '时限', '经过的问题'], rows)
}

function reading(edition: Told): string {
  const told = edition.loop.records.some((step) => detail(step) !== '')
  const start = '各环节按次序相连，末尾回到起头的虚线，取“闭环”之名。'
  return told ? `${start}环节旁写着负责方、时限与经过的问题。` : start
}

/** The steps in order, each with what is known about it. */
function steps(edition: Told): Step[] {
  return inOrder(edition).map((step) => {
    const known = detail(step)
    return { name: step.name, text: known && `${known}。` }
  })
}

/** The steps of 闭环七步法 as a loop; the arrow from the last back to the first is dashed. */
export const loop = defineChart({ needs: ['loop'], reading, draw, table, steps })
