import type { Edition } from '../schemas/edition.ts'
import type { Status } from '../schemas/observation.ts'

/** A format that a figure is drawn in; width and smallest lettering in user units, 1:1 with CSS px at full size. */
export interface Cut {
  name: 's' | 'w'
  width: number
  lettering: number
}

/** The two cuts of every figure: s for phones, w for plates across the page. */
export const cuts = {
  s: { name: 's', width: 350, lettering: 13 },
  w: { name: 'w', width: 916, lettering: 15 },
} as const satisfies Record<Cut['name'], Cut>

/** Markup for the inside of an `<svg viewBox="0 0 {cut.width} {height}">`. */
export interface Drawing {
  height: number
  body: string
}

/** One cell of a figure's table; `indicator` asks for `<data>`, `generated` marks words taken or computed from records. */
export interface Cell {
  text: string
  status?: Status
  indicator?: string
  header?: boolean
  value?: boolean
  generated?: boolean
}

/** A figure's numbers and records as a table; the first cell of each row is its header. */
export interface Table {
  columns: string[]
  rows: Cell[][]
}

/** A figure: the same edition as a drawing and as a table. */
export interface Chart {
  draw(edition: Edition, cut: Cut): Drawing
  table(edition: Edition): Table
}
