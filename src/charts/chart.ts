import type { Status } from '../schemas/observation.ts'
import type { Edition, EditionWith } from '../sets/edition.ts'
import type { SetName } from '../sets/registry.ts'

/**
 * One of the formats a figure is drawn in; width and smallest text size in user units, which are CSS px at full size.
 */
export interface Cut {
  name: 's' | 'w' | 'c'
  /** Whether the figure stacks its parts because there is little width. */
  narrow: boolean
  width: number
  lettering: number
}

/** The cuts of every figure: s for phones, w for wide pages, c for 关怀版 with 18pt text. */
export const cuts = {
  s: { name: 's', narrow: true, width: 350, lettering: 13 },
  w: { name: 'w', narrow: false, width: 916, lettering: 15 },
  c: { name: 'c', narrow: true, width: 350, lettering: 24 },
} as const satisfies Record<Cut['name'], Cut>

/** Markup for the inside of an `<svg viewBox="0 0 {cut.width} {height}">`. */
export interface Drawing {
  height: number
  body: string
}

/**
 * The marks that a table row describes: those of an indicator from one index up to another; without `to`, up to the
 * last.
 */
export interface Reads {
  of: string
  from: number
  to?: number
}

/**
 * One cell of a figure's table. `reads` on a row's header links the row to its marks; `indicator` makes it a `<data>`;
 * `generated` marks text computed from records.
 */
export interface Cell {
  text: string
  status?: Status
  indicator?: string
  header?: boolean
  value?: boolean
  generated?: boolean
  reads?: Reads
}

/** A figure's numbers and records as a table; the first cell of each row is its header. */
export interface Table {
  columns: string[]
  rows: Cell[][]
}

/** One step of a figure. A figure is told step by step if more is known of its steps than their names. */
export interface Step {
  name: string
  /** What is known about the step; empty if nothing is. */
  text: string
}

/**
 * A figure: the same edition as a drawing, as a table, and as one sentence without numbers on how to read the drawing.
 */
interface ChartOf<Drawn extends Edition> {
  reading: (edition: Drawn) => string
  draw: (edition: Drawn, cut: Cut) => Drawing
  table: (edition: Drawn) => Table
  /** The indicators that a generated headline states; by default all that the table shows. */
  finding?: (edition: Drawn) => readonly string[]
  /** The alternative text of a figure whose headline states no number. */
  alt?: (edition: Drawn) => string
  /** The steps of a figure, in the order of its marks; each has its own address. */
  steps?: (edition: Drawn) => Step[]
}

/** A figure, with the record sets that an edition must have for it. */
export interface Chart extends ChartOf<Edition> {
  needs: readonly SetName[]
}

/** A figure whose functions are typed by the record sets it needs. */
export const defineChart = <const Need extends SetName = never>(
  chart: ChartOf<EditionWith<Need>> & { needs: readonly Need[] },
): Chart => chart as unknown as Chart
