import type { Markish } from '@observablehq/plot'
import { range } from 'd3'
import { horizontalLine, verticalLine } from '../../svg/strokes.ts'
import type { EndForm } from '../parts/tally.ts'
import { paths } from './paths.ts'

/** A rectangle in user units. */
export interface EndPlace {
  x: number
  y: number
  width: number
  height: number
}

/**
 * The dashes into which an 余 row thins out: start and length of each, as shares of the distance beyond the last mark.
 */
export const overDashes = [
  { from: 0, length: 0.28 },
  { from: 0.38, length: 0.16 },
  { from: 0.68, length: 0.09 },
  { from: 0.96, length: 0.04 },
] as const

/** The longest distance in user units that the dashes of 余 take. */
const maxDashesWidth = 90

/** How far the tick of 近 reaches beyond the row on both sides. */
const tickOverhang = 4

/** The dots of 约, which stand for units that may or may not exist: their distance and length. */
export const aboutDots = { apart: 6, length: 1.8 } as const

/** How far the dots of 约 continue, in user units. */
const maxDotsWidth = 30

/** Path data of an open end, by class: dashes for 余, a tick for 近, dots for 约, nothing for an exact count. */
export function endOf(
  bound: EndForm,
  { x, y, width, height }: EndPlace,
  rows: number,
): Record<string, string[]> {
  if (bound === 'exact') return {}
  if (bound === 'near')
    return { k: [verticalLine(x + width, y - tickOverhang, height + 2 * tickOverhang)] }
  const reach = Math.min(width, maxDashesWidth)
  const dots = range(0, Math.max(1, Math.min(width, maxDotsWidth)), aboutDots.apart)
  const dashes =
    bound === 'about'
      ? dots.map((from) => ({ from, length: aboutDots.length }))
      : overDashes.map(({ from, length }) => ({ from: from * reach, length: length * reach }))
  const row = (index: number) => y + ((index + 0.5) * height) / rows
  return {
    ha: range(rows).flatMap((index) =>
      dashes.map(({ from, length }) => horizontalLine(x + from, row(index), length)),
    ),
  }
}

/** A Plot mark for the end of an indicator's units: dashes or a tick at a place given in scale units, less an inset. */
export function openEnd(
  indicator: string,
  bound: EndForm,
  { x1, x2, y1, y2 }: { x1: number; x2: number; y1: number; y2: number },
  { rows = 1, inset = 0 } = {},
): Markish {
  return (_index, { x, y }, _values, _dimensions, context) => {
    const [left, top] = [x?.(x1) + inset, y?.(y1) + inset]
    const [width, height] = [x?.(x2) - inset - left, y?.(y2) - inset - top]
    const place = { x: left, y: top, width, height }
    return paths(context, `end:${indicator}`, endOf(bound, place, rows))
  }
}
