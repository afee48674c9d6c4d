import { axisX, axisY, barY, rect, ruleX, ruleY, tickY } from '@observablehq/plot'
import { scaleLinear, sum } from 'd3'
import type { Observation } from '../../schemas/observation.ts'
import type { MonthCount } from '../../sets/enforcement.ts'
import type { Supervision } from '../../sets/supervision.ts'
import { widthOf, wrap } from '../../svg/lettering.ts'
import { lines, stroke, text } from '../../svg/markup.ts'
import { horizontalLine } from '../../svg/strokes.ts'
import type { Cut, Drawing } from '../chart.ts'
import { hatched } from '../marks/hatchedBar.ts'
import { counting } from '../marks/units.ts'
import { blankField, displayQuantity, sentence } from './head.ts'
import type { Slot } from './layout.ts'
import { plot } from './plot.ts'
import { hasValue } from './tally.ts'

/**
 * A decline, the unit of what it counts, and the colour that tells two different things apart; the colours do not rank.
 */
export interface Decline {
  indicator: string
  counts: Supervision['declines'][number]['counts']
  unit: string
  tone: 'accent' | 'lake'
}

const tones = { accent: ['ha', 'fa', 'ta'], lake: ['hl', 'fl', 'tl'] } as const

const titleSize = (cut: Cut) => (cut.narrow ? Math.max(17, cut.lettering) : 20)

/** A decline alone, on its own scale: a bar hanging from a dashed line that stands for the base. */
export function dropPanel(
  observation: Observation,
  { tone }: Decline,
  base: string | null,
  title: string,
  { x, y, width }: Slot,
  cut: Cut,
): Drawing {
  const { id, value, unit } = observation
  const [em, size] = [cut.lettering, titleSize(cut)]
  const room = Math.max(4 * em, width - widthOf(title, size) - em)
  const based = wrap(base ? `基期：${base}` : '基期', em, room)
  const top = Math.round(y + size + (based.length - 1) * 1.6 * em + em)
  const [thick, length, largest] = cut.narrow ? [80, 150, 76] : [116, 190, 112]
  const [left, foot] = [x + 3 * em, top + length]
  const opening =
    text(x, y + size, title, 'sf b', size) +
    lines(x + width, y + size, based, 1.6 * em, 'm end') +
    stroke('u', horizontalLine(left, top, x + width - left))
  if (!hasValue(observation) || value === 0) {
    const blank = blankField(observation, { x: left, y: top, width: thick }, cut, length)
    return { height: foot, body: opening + blank.body }
  }
  const beside = left + thick + 0.8 * em
  const wanted = displayQuantity(0, 0, observation, largest, em).width
  const numeral = Math.floor(largest * Math.min(1, (x + width - beside) / wanted))
  const baseline = foot - 0.9 * em
  const bar = { x1: [0], x2: [1], y1: [0], y2: [value] }
  const drop = plot(cut, {
    at: { x: left, y: top, width: thick },
    height: length,
    y: { domain: [scaleLinear([0, observation.value], [0, 1]).nice(5).domain()[1], 0] },
    marks: [
      axisY({ ticks: 3, tickFormat: (tick: number) => `${tick}${unit}`, label: null }),
      counting(id, rect([id], { ...bar, render: hatched(observation, { grows: 'down', tone }) })),
    ],
  })
  return {
    height: foot,
    body:
      opening +
      drop.body +
      displayQuantity(beside, baseline, observation, numeral, em).body +
      text(beside, baseline - 0.82 * numeral - 0.3 * em, '下降', tones[tone][2]),
  }
}

/** A decline month by month: each column ends below the tick of its base. */
export function monthPanel(
  observation: Observation,
  { tone, unit }: Decline,
  months: readonly MonthCount[],
  title: string,
  { x, y, width }: Slot,
  cut: Cut,
): Drawing {
  const [em, size] = [cut.lettering, titleSize(cut)]
  const said = sentence(observation, cut, { x, y: y + 1.6 * size, of: '下降' })
  const total = (of: 'now' | 'before') => `${sum(months, (month) => month[of])}${unit}`
  const base = `短横为基期：${months[0]?.base}。合计${total('now')}，基期${total('before')}`
  const based = wrap(base, em, width)
  const top = said.height + based.length * 1.6 * em + 0.6 * em
  const [hair, firm] = tones[tone]
  const axis = { tickSize: 0, label: null } as const
  const every = Math.ceil((2.6 * em * months.length) / width)
  const columns = plot(cut, {
    at: { x: x + 2.2 * em, y: top, width: width - 2.2 * em },
    height: 140 + 1.6 * em,
    marginBottom: 1.6 * em,
    x: { domain: months.map(({ month }) => month), padding: 0.44, paddingOuter: 0.2 },
    y: { zero: true, nice: 3, grid: true },
    marks: [
      axisY({ ...axis, ticks: 3 }),
      axisX(
        months.flatMap(({ month }, index) => (index % every === 0 ? month : [])),
        { ...axis, tickFormat: (month: string) => `${Number(month.slice(5))}月` },
      ),
      ruleY([0], { className: 'h' }),
      counting(observation.id, barY(months, { x: 'month', y: 'now', className: hair })),
      tickY(months, { x: 'month', y: 'now', className: firm }),
      ruleX(months, { x: 'month', y1: 'now', y2: 'before', className: 'h' }),
      tickY(months, { x: 'month', y: 'before', inset: -3, className: 'f' }),
    ],
  })
  return {
    height: columns.height,
    body:
      text(x, y + size, title, 'sf b', size) +
      said.body +
      lines(x, said.height + em, based, 1.6 * em, 'm') +
      columns.body,
  }
}
