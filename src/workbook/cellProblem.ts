import type { ProblemWords } from '../documents/problem.ts'

/** Something wrong, or worth knowing, at a cell of the file that is imported. */
export interface CellProblem extends ProblemWords {
  /** The name of the sheet; null in a file that has no sheets. */
  sheet: string | null
  /** A7; empty where the sheet as a whole is meant. */
  cell: string
}

/** Something worth knowing at a cell, nothing to be mended. */
export interface CellNotice {
  sheet: string | null
  cell: string
  text: string
}
