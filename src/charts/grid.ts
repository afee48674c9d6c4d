import type { Cut } from './chart.ts'
import { text } from './markup.ts'
import { across, box } from './strokes.ts'

/** A rectangle in user units. */
export interface Place {
  x: number
  y: number
  width: number
  height: number
}

/** Equal cells in rows: where the first stands, and how many stand in a row. */
export interface Grid extends Place {
  columns: number
  gap: number
}

/** A grid whose rows fill a width from (x, y). */
export function gridAcross(
  width: number,
  columns: number,
  { x = 0, y = 0, gap = 8, height = 0 } = {},
): Grid {
  return { x, y, columns, gap, width: (width - (columns - 1) * gap) / columns, height }
}

/** The place of a grid's cell, counted from 0 row by row. */
export function cellAt(grid: Grid, index: number): Place {
  const { width, height, gap, columns } = grid
  return {
    x: grid.x + (index % columns) * (width + gap),
    y: grid.y + Math.floor(index / columns) * (height + gap),
    width,
    height,
  }
}

/** How tall a grid of so many cells stands, at least one row. */
export function gridHeight(grid: Grid, count: number): number {
  const rows = Math.max(1, Math.ceil(count / grid.columns))
  return rows * grid.height + (rows - 1) * grid.gap
}

/** Path data of a place's outline. */
export function outline({ x, y, width, height }: Place): string {
  return box(x, y, width, height)
}

/** Path data of a place's upper edge. */
export function topEdge({ x, y, width }: Place): string {
  return across(x, y, width)
}

/** One line of a cell's lettering. */
export interface Line {
  line: string
  mark?: string
  size?: number
}

/** The distance between the baselines of lines in a cell. */
export function leadingOf(cut: Cut): number {
  return cut.lettering * 1.4
}

/** How far below its middle the baseline of lettering of a cut's own size lies, in whole units. */
export function dropOf(cut: Cut): number {
  return Math.round(cut.lettering * 0.36)
}

/** Lines of lettering in the middle of a place. */
export function centred(place: Place, content: readonly Line[], cut: Cut): string {
  const leading = leadingOf(cut)
  const middle = place.y + place.height / 2
  const first = middle - ((content.length - 1) * leading) / 2 + cut.lettering * 0.37
  return content
    .map(({ line, mark = '', size }, row) =>
      text(place.x + place.width / 2, first + row * leading, line, `mid ${mark}`.trim(), size),
    )
    .join('')
}
