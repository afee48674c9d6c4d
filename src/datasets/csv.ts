import { csvFormatRows } from 'd3'
import { undisclosed } from '../facts/wording.ts'
import type { DatasetValue } from './dataset.ts'

/** A text that a spreadsheet would run as a formula, made plain with a leading apostrophe. */
function neutralizeFormula(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}

/** Rows as CSV with a byte-order mark and CRLF lines; null is written 未公布. */
export function formatCsv(rows: readonly (readonly DatasetValue[])[]): string {
  const cells = rows.map((row) =>
    row.map((value) =>
      value === null
        ? undisclosed
        : typeof value === 'number'
          ? String(value)
          : neutralizeFormula(value),
    ),
  )
  return `\uFEFF${csvFormatRows(cells).replaceAll('\n', '\r\n')}\r\n`
}
