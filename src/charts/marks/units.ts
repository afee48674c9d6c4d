import type { CompoundMark, Markish, RenderableMark, ScaleOptions } from '@observablehq/plot'
import { rect, ruleY } from '@observablehq/plot'
import { range } from 'd3'
import type { Tally } from '../parts/tally.ts'
import { openEnd } from './openEnd.ts'

/** One unit of a count: its cell by column and row, and the centre of the cell. */
export interface Unit {
  x: number
  y: number
  x1: number
  x2: number
  y1: number
  y2: number
}

/**
 * The units of a count in columns and rows, the scales over them, and the open end that the count's qualifier leaves.
 */
export interface UnitGrid {
  units: Unit[]
  columns: number
  rows: number
  scales: { x: ScaleOptions; y: ScaleOptions }
  end: Markish
}

/** How many columns of room the open side of a field takes. */
export const sideRoom = { exact: 0, over: 2, near: 0.6, about: 1 } as const

const cell = (column: number, row: number): Unit => ({
  x: column + 0.5,
  y: row + 0.5,
  x1: column,
  x2: column + 1,
  y1: row,
  y2: row + 1,
})

const scalesOver = (columns: number, rows: number) => ({
  x: { domain: [0, columns] },
  y: { domain: [rows, 0] },
})

/** Units in rows of `columns`, a gap apart; an open end takes the place after the last unit. */
export function inRows(
  indicator: string,
  { units, places, bound }: Tally,
  columns: number,
  gap = 0,
): UnitGrid {
  const at = (index: number) => cell(index % columns, Math.floor(index / columns))
  const rows = Math.max(1, Math.ceil(places / columns))
  return {
    units: range(units).map(at),
    columns: columns,
    rows,
    scales: scalesOver(columns, rows),
    end: openEnd(indicator, bound, at(units), { inset: gap / 2 }),
  }
}

/** Units in columns of `rows`; an open end takes the whole right side. */
export function inColumns(
  indicator: string,
  { total, units, bound }: Tally,
  rows: number,
): UnitGrid {
  const columns = Math.max(1, Math.ceil(total / rows))
  const room = sideRoom[bound]
  return {
    units: range(units).map((index) => cell(Math.floor(index / rows), index % rows)),
    columns: columns + room,
    rows,
    scales: scalesOver(columns + room, rows),
    end: openEnd(indicator, bound, { x1: columns, x2: columns + room, y1: 0, y2: rows }, { rows }),
  }
}

/** Scales that put the first unit of a row at the left edge and, for an exact count, the last at the right edge. */
export function edgeToEdge({ columns, scales }: UnitGrid, { bound }: Tally): UnitGrid['scales'] {
  return { ...scales, x: { domain: [0.5, bound === 'exact' ? columns - 0.5 : columns] } }
}

/** The classes of tiles: for recorded ones and their upper edge, and for those only counted. */
export interface TileMarks {
  known: string
  edge: string
  rest: string
}

/** Units as tiles a gap apart, the first `known` of them as recorded; the plot extends half a gap beyond both sides. */
export function tiles(
  indicator: string,
  { units, end }: Pick<UnitGrid, 'units' | 'end'>,
  known: number,
  gap: number,
  { known: outline, edge, rest }: TileMarks = { known: 'h', edge: 'fa', rest: 'ud' },
): Markish[] {
  const cells = { x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2', inset: gap / 2 } as const
  const upper = { x1: 'x1', x2: 'x2', y: 'y1', inset: gap / 2, dy: gap / 2 } as const
  const recorded = units.slice(0, known)
  return [
    counting(indicator, rect(recorded, { ...cells, className: outline })),
    counting(indicator, rect(units.slice(known), { ...cells, className: rest })),
    ruleY(recorded, { ...upper, className: edge }),
    end,
  ]
}

/** A Plot mark that counts the units of an indicator; tests and keyboard reading find it by the indicator's id. */
export function counting<Mark extends RenderableMark | CompoundMark>(
  indicator: string,
  mark: Mark,
): Mark {
  return Object.assign(mark, { ariaLabel: `marks:${indicator}` })
}
