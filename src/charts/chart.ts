import type { Status } from '../schemas/observation.ts'
import type { Edition, EditionWith } from '../sets/edition.ts'
import type { SetName } from '../sets/registry.ts'

/** A format that a figure is drawn in; width and smallest lettering in user units, 1:1 with CSS px at full size. */
export interface Cut {
  name: 's' | 'w' | 'c'
  /** Whether the figure stacks its parts for want of width. */
  narrow: boolean
  width: number
  lettering: number
}

/** The cuts of every figure: s for phones, w for plates across the page, c for 关怀版 with lettering of 18pt. */
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

/** The marks of a drawing that a row of its table speaks for: those of an indicator from one place up to another, to the last when open. */
export interface Reads {
  of: string
  from: number
  to?: number
}

/** One cell of a figure's table; `reads` on a row's header ties the row to its marks; `indicator` asks for `<data>`, `generated` marks words taken or computed from records. */
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

/** One step of a figure; a figure is told step by step where more than their names is known. */
export interface Step {
  name: string
  /** What is known of the step; empty when nothing is. */
  text: string
}

/** A figure: the same edition as a drawing, as a table, and how to read the drawing in a sentence without numbers. */
interface ChartOf<Drawn extends Edition> {
  reading: (edition: Drawn) => string
  draw: (edition: Drawn, cut: Cut) => Drawing
  table: (edition: Drawn) => Table
  /** The indicators that a generated headline states; all that the table shows where none are given. */
  finding?: (edition: Drawn) => readonly string[]
  /** The steps of a figure, each with an address of its own, in the order of its marks. */
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
