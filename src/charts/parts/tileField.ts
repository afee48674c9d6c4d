import { type Markish, text } from '@observablehq/plot'
import { max } from 'd3'
import type { Cut, Drawing } from '../chart.ts'
import { inRows, type TileMarks, tiles, type Unit } from '../marks/units.ts'
import { hollowKey } from './head.ts'
import type { Slot } from './layout.ts'
import { plot } from './plot.ts'
import type { Tally } from './tally.ts'

/**
 * How the units of a count are laid out as tiles: the columns, the least height, the gap, and extra marks on recorded
 * ones.
 */
interface Tiling {
  columns: number
  tall: number
  gap?: number
  look?: TileMarks
  /** How many are drawn as recorded, if not all that are. */
  known?: number
  marks?: ((recorded: readonly Unit[]) => Markish[]) | undefined
}

/** The default gap between two tiles. */
export const tileGap = 8

/** The units of a count as tiles in a column. */
export function tileField(
  indicator: string,
  tally: Tally,
  cut: Cut,
  { x, y, width }: Slot,
  { columns, tall, gap = tileGap, look, known = tally.known, marks = () => [] }: Tiling,
): Drawing {
  const field = inRows(indicator, tally, columns, gap)
  const { height, body } = plot(cut, {
    at: { x: x - gap / 2, y: y - gap / 2, width: width + gap },
    height: field.rows * (tall + gap),
    ...field.scales,
    marks: [
      ...tiles(indicator, field, known, gap, look),
      ...marks(field.units.slice(0, tally.known)),
    ],
  })
  return { height: height - gap / 2, body }
}

/** The units of a count as tiles that show the text of their records; below, what the other units are. */
export function letteredTiles(
  indicator: string,
  tally: Tally,
  cut: Cut,
  column: Slot,
  lines: readonly (readonly string[])[],
  { pad, style = 'sf', rest, ...tiling }: Tiling & { pad: number; style?: string; rest?: string },
): Drawing {
  const known = lines.slice(0, tally.known)
  const lettered = 1.4 * cut.lettering * (max(known, ({ length }) => length) ?? 0)
  const words = { x: 'x', y: 'y', lineHeight: 1.4, className: style } as const
  const drawn = tileField(indicator, tally, cut, column, {
    ...tiling,
    tall: Math.max(tiling.tall, Math.round(lettered) + 2 * pad),
    marks: (units) => [text(units, { ...words, text: known.map((each) => each.join('\n')) })],
  })
  return rest && tally.known > 0 && tally.rest > 0 ? hollowKey(rest, cut, drawn, column.x) : drawn
}
