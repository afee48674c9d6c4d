import { csvFormatRow } from 'd3'
import { none } from './absence.ts'
import type { Dataset } from './dataset.ts'

// Spreadsheets skip white space before a sign, and East Asian ones take the full-width signs as well.
// A text that begins as guarded is guarded too, so that taking one apostrophe off gives every text back.
const formula = /^'*(?:[\t\r\n]|[\s\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫])/u

/** A text that a spreadsheet would run as a formula, made plain with a leading apostrophe. */
function guardFormula(text: string): string {
  return formula.test(text) ? `'${text}` : text
}

/** The text that a cell of a CSV for spreadsheets stands for, without the apostrophe of a guard. */
export function unguardFormula(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell
}

type CsvRow = readonly (string | number)[]

/** A dataset's column names and rows as CSV writes them: null in the word of its column, empty where there is none. */
export function csvRows({ columns, rows }: Dataset): CsvRow[] {
  const absent = columns.map((column) => (column.absent === none ? '' : column.absent))
  return [
    columns.map(({ name }) => name),
    ...rows.map((row) => row.map((value, index) => value ?? absent[index] ?? '')),
  ]
}

/** Rows as CSV for programs: the values as they are, CRLF lines, no byte-order mark. */
export function formatCsv(rows: readonly CsvRow[]): string {
  return rows.map((row) => `${csvFormatRow(row.map(String))}\r\n`).join('')
}

/** Rows as CSV for spreadsheets: a byte-order mark, or Excel garbles Han, and no text that runs as a formula. */
export function formatSpreadsheetCsv(rows: readonly CsvRow[]): string {
  const guarded = rows.map((row) =>
    row.map((value) => (typeof value === 'string' ? guardFormula(value) : value)),
  )
  return `\uFEFF${formatCsv(guarded)}`
}

/** Rows with the stamp of an edition that is not real in a last column of its own; unchanged without a stamp. */
export function stampRows(
  [head = [], ...rows]: readonly CsvRow[],
  title: string,
  stamp: string | null,
): readonly CsvRow[] {
  return stamp ? [[...head, title], ...rows.map((row) => [...row, stamp])] : [head, ...rows]
}
