import { csvFormatRow } from 'd3'
import { none } from './absence.ts'
import type { Dataset } from './dataset.ts'

// Spreadsheets skip white space before a sign, and East Asian ones take the full-width signs as well.
const formula = /^(?:[\t\r\n]|[\s\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫])/u

/** A text that a spreadsheet would run as a formula, made plain with a leading apostrophe. */
function neutralizeFormula(text: string): string {
  return formula.test(text) ? `'${text}` : text
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

/** Rows as CSV with a byte-order mark and CRLF lines. */
export function formatCsv(rows: readonly CsvRow[]): string {
  const lines = rows.map((row) =>
    csvFormatRow(
      row.map((value) => (typeof value === 'number' ? String(value) : neutralizeFormula(value))),
    ),
  )
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

/** Rows with the stamp of an edition that is not real in a last column of its own; unchanged without a stamp. */
export function stampRows(
  [head = [], ...rows]: readonly CsvRow[],
  title: string,
  stamp: string | null,
): readonly CsvRow[] {
  return stamp ? [[...head, title], ...rows.map((row) => [...row, stamp])] : [head, ...rows]
}
