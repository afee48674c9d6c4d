import { max, scaleLinear, sum } from 'd3'
import { completeMonths, type MonthCount } from '../facts/completeMonths.ts'
import type { Edition } from '../schemas/edition.ts'
import type { Observation } from '../schemas/observation.ts'
import type { Tone } from './bar.ts'
import type { Cut, Drawing } from './chart.ts'
import { isCrowded } from './chart.ts'
import { displayFigure } from './head.ts'
import { wrap } from './lettering.ts'
import { drawing, lines, marks, stroke, text } from './markup.ts'
import { across, box, down, hatching } from './strokes.ts'

/** The months of one decline, oldest first; undefined unless every month, its base and what the base is are recorded. */
export function monthsOf(
  edition: Edition,
  decline: 'households' | 'cases',
): MonthCount[] | undefined {
  const months = completeMonths(edition.supervision.enforcement, decline)
  return months?.every(({ base }) => base !== null) ? months : undefined
}

/** A decline with its stated base, in a panel at (x, y): a column for each month hangs short of the tick of its base. */
export function declineMonths(
  observation: Observation,
  months: readonly MonthCount[],
  {
    x,
    y,
    width,
    counted,
    tone,
  }: { x: number; y: number; width: number; counted: string; tone: Tone },
  cut: Cut,
): Drawing {
  const [hair, firm, toned] = tone === 'lake' ? ['hl', 'fl', 'tl'] : ['ha', 'fa', 'ta']
  const leading = cut.lettering * 1.6
  const titleSize = cut.narrow ? Math.max(17, cut.lettering) : 20
  const first = y + Math.max(20, cut.lettering)
  const head = first + (cut.narrow ? 52 : 62)
  const size = cut.narrow ? 40 : 52
  const figure = displayFigure(x + cut.lettering * 2.4, head, observation, size, cut.lettering)
  const totals = `合计${sum(months, ({ now }) => now)}${counted}，基期${sum(months, ({ before }) => before)}${counted}`
  const noted = wrap(`短横为基期：${months[0]?.base ?? ''}。${totals}`, cut.lettering, width)
  const axis = cut.lettering * 2.2
  const top = head + noted.length * leading + cut.lettering * 2.8
  const height = cut.narrow ? 150 : 190
  const foot = top + height
  const most = max(months, ({ now, before }) => Math.max(now, before)) ?? 1
  const scale = scaleLinear([0, most], [0, height]).nice(3)
  const slot = (width - axis) / months.length
  const column = slot * 0.56
  const left = (index: number) => x + axis + index * slot + (slot - column) / 2
  const tall = (value: number) => foot - scale(value)
  const every = Math.ceil((cut.lettering * 2.4) / slot)
  const ticks = scale.ticks(3).filter((tick) => scale(tick) <= height + 1)
  return drawing(foot + cut.lettering * 1.8 + (isCrowded(cut) ? 6 : 2), [
    text(x, first, observation.label, 'sf b', titleSize),
    text(x, head, '下降', toned),
    figure.body,
    lines(x, head + leading, noted, leading, 'm'),
    stroke('h', across(x + axis, foot, width - axis)),
    stroke('r', ...ticks.slice(1).map((tick) => across(x + axis, tall(tick), width - axis))),
    ...ticks.map((tick) =>
      text(x + axis - 6, tall(tick) + cut.lettering * 0.36, String(tick), 'm end'),
    ),
    text(
      x,
      top - cut.lettering * 0.8,
      [`单位：${counted}`, observation.period].filter(Boolean).join('，'),
      'm',
    ),
    marks(
      observation.id,
      ...months.map(({ now }, index) =>
        stroke(hair, box(left(index), tall(now), column, scale(now))),
      ),
    ),
    stroke(
      hair,
      ...months.flatMap(({ now }, index) =>
        hatching(scale(now), 7, 3).map((at) => across(left(index), foot - at, column)),
      ),
    ),
    stroke(firm, ...months.map(({ now }, index) => across(left(index), tall(now), column))),
    stroke(
      'h',
      ...months.map(({ now, before }, index) =>
        down(left(index) + column / 2, tall(before), scale(before) - scale(now)),
      ),
    ),
    stroke(
      'f',
      ...months.map(({ before }, index) => across(left(index) - 3, tall(before), column + 6)),
    ),
    ...months.map(({ month }, index) =>
      index % every === 0
        ? text(
            left(index) + column / 2,
            foot + cut.lettering * 1.4,
            `${Number(month.slice(5))}月`,
            'm mid',
          )
        : '',
    ),
  ])
}
