import { axisX, axisY, barY, rect, ruleX, ruleY, tickY } from '@observablehq/plot'
import { max, range, sum, tickStep } from 'd3'
import type { MonthCount } from '../facts/completeMonths.ts'
import type { Observation } from '../schemas/observation.ts'
import type { Cut, Drawing } from './chart.ts'
import { displayFigure } from './head.ts'
import { widthOf, wrap } from './lettering.ts'
import { hatched } from './marks/hatchedBar.ts'
import { counting } from './marks/units.ts'
import { lines, stroke, text } from './markup.ts'
import { plot } from './plot.ts'
import { across } from './strokes.ts'
import { hasValue } from './tally.ts'
import { blankField } from './undisclosedField.ts'

/** A decline, the unit of what it counts, and which of two unlike things it belongs to; the tones never rank. */
export interface Decline {
  indicator: string
  counts: 'households' | 'cases'
  unit: string
  tone: 'accent' | 'lake'
}

const tones = { accent: ['ha', 'fa', 'ta'], lake: ['hl', 'fl', 'tl'] } as const

const titleSize = (cut: Cut) => (cut.narrow ? Math.max(17, cut.lettering) : 20)

/** Where a panel stands under its title. */
interface Panel {
  title: string
  x: number
  y: number
  width: number
}

/** A decline alone, at a scale of its own: it hangs from a dashed line that stands for the base. */
export function dropPanel(
  observation: Observation,
  { tone }: Decline,
  base: string | null,
  { title, x, y, width }: Panel,
  cut: Cut,
): Drawing {
  const { id, value, unit } = observation
  const [size, leading] = [titleSize(cut), 1.6 * cut.lettering]
  const room = Math.max(4 * cut.lettering, width - widthOf(title, size) - cut.lettering)
  const based = wrap(base ? `基期：${base}` : '基期', cut.lettering, room)
  const top = y + size + (based.length - 1) * leading + cut.lettering
  const [thick, length, largest] = cut.narrow ? [80, 150, 76] : [116, 170, 112]
  const [axis, foot] = [3 * cut.lettering, top + length]
  const opening =
    text(x, y + size, title, 'sf b', size) +
    lines(x + width, y + size, based, leading, 'm end') +
    stroke('u', across(x + axis, top, width - axis))
  if (!hasValue(observation) || value === 0) {
    const place = { x: x + axis, y: top, width: thick, height: length }
    return { height: foot, body: opening + blankField(observation, place, cut) }
  }
  const left = x + axis + thick + 0.8 * cut.lettering
  const right = x + width - left
  const { width: wanted } = displayFigure(0, 0, observation, largest, cut.lettering)
  const numeral = largest * Math.min(1, right / wanted)
  const baseline = foot - 0.9 * cut.lettering
  const bar = { x1: [0], x2: [1], y1: [0], y2: [value] }
  const drop = plot(cut, {
    top,
    height: length,
    marginLeft: x + axis,
    marginRight: cut.width - x - axis - thick,
    y: { domain: [value, 0] },
    marks: [
      axisY({ ticks: 2, tickFormat: (tick: number) => `${tick}${unit}`, label: null }),
      counting(id, rect([id], { ...bar, render: hatched(observation, { grows: 'down', tone }) })),
    ],
  })
  return {
    height: foot + 0.4 * cut.lettering,
    body:
      opening +
      drop +
      stroke('r', across(left, foot, right)) +
      displayFigure(left, baseline, observation, numeral, cut.lettering).body +
      text(left, baseline - 0.82 * numeral - 0.3 * cut.lettering, '下降', tones[tone][2]),
  }
}

/** A decline month by month: the column of each stands short of the tick of its base. */
export function monthPanel(
  observation: Observation,
  { tone, unit }: Decline,
  months: readonly MonthCount[],
  { title, x, y, width }: Panel,
  cut: Cut,
): Drawing {
  const [hair, firm, toned] = tones[tone]
  const [size, leading, numeral] = [titleSize(cut), 1.6 * cut.lettering, cut.narrow ? 42 : 56]
  const baseline = y + 1.4 * size + 0.8 * numeral
  const total = (of: 'now' | 'before') => `${sum(months, (month) => month[of])}${unit}`
  const base = `短横为基期：${months[0]?.base}。合计${total('now')}，基期${total('before')}`
  const based = wrap(base, cut.lettering, width)
  const [top, axis] = [baseline + (based.length + 0.9) * leading, 2.2 * cut.lettering]
  const height = 140 + leading
  const most = max(months, ({ now, before }) => Math.max(now, before)) ?? 1
  const hatch = tickStep(0, most, 30)
  const hatching = months.flatMap(({ month, now }) =>
    range(hatch, now, hatch).map((count) => ({ month, count })),
  )
  const every = Math.ceil((2.4 * cut.lettering * months.length) / (width - axis))
  const labels = { tickSize: 0, label: null } as const
  const columns = plot(cut, {
    top,
    height,
    marginLeft: x + axis,
    marginRight: cut.width - x - width,
    marginBottom: leading,
    x: { domain: months.map(({ month }) => month), padding: 0.44, paddingOuter: 0.2 },
    y: { domain: [0, most], nice: 3, grid: true },
    marks: [
      axisY({ ...labels, ticks: 3 }),
      axisX({
        ...labels,
        ticks: months.flatMap(({ month }, index) => (index % every === 0 ? month : [])),
        tickFormat: (month: string) => `${Number(month.slice(5))}月`,
      }),
      ruleY([0], { className: 'h' }),
      counting(observation.id, barY(months, { x: 'month', y: 'now', className: hair })),
      tickY(hatching, { x: 'month', y: 'count', className: hair }),
      tickY(months, { x: 'month', y: 'now', className: firm }),
      ruleX(months, { x: 'month', y1: 'now', y2: 'before', className: 'h' }),
      tickY(months, { x: 'month', y: 'before', inset: -3, className: 'f' }),
    ],
  })
  return {
    height: top + height,
    body:
      text(x, y + size, title, 'sf b', size) +
      text(x, baseline, '下降', toned) +
      displayFigure(x + 2.3 * cut.lettering, baseline, observation, numeral, cut.lettering).body +
      lines(x, baseline + leading, based, leading, 'm') +
      columns,
  }
}
