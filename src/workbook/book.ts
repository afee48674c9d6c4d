/** What a cell of a workbook or a CSV holds, as far as an import cares. */
export interface GridCell {
  value: string | number | boolean | Date | null
  /** It shows an error: #N/A. */
  isError?: true
  /** It holds a formula; its value is the one that was last worked out, null when there is none. */
  isFormula?: true
  /** It shows a share of a hundred: 0.558 as 55.8%. */
  isPercent?: true
}

/** A sheet as it was read. */
export interface Grid {
  /** The name of the sheet; null in a file that has no sheets. */
  title: string | null
  rows: GridCell[][]
}

const letters = (column: number): string =>
  (column < 26 ? '' : letters(Math.floor(column / 26) - 1)) +
  String.fromCharCode(65 + (column % 26))

/** The address of a cell: B7 for row 6 and column 1. */
export const addressOf = (row: number, column: number): string => `${letters(column)}${row + 1}`

/** The name of a column: B for 1. */
export const columnLetters = letters

/** Whether a cell shows nothing. */
export const isBlank = (cell: GridCell | undefined): boolean =>
  !cell || (!cell.isError && (cell.value === null || cell.value === ''))
