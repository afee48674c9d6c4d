import { csvFormatRow } from 'd3'
import { undisclosed } from '../facts/wording.ts'
import type { DatasetValue } from './dataset.ts'

// Spreadsheets skip white space before a sign, and East Asian ones take the full-width signs as well.
const formula = /^(?:[\t\r\n]|[\s\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫])/u

/** A text that a spreadsheet would run as a formula, made plain with a leading apostrophe. */
function neutralizeFormula(text: string): string {
  return formula.test(text) ? `'${text}` : text
}

/** Rows as CSV with a byte-order mark and CRLF lines; null is written 未公布. */
export function formatCsv(rows: readonly (readonly DatasetValue[])[]): string {
  const lines = rows.map((row) =>
    csvFormatRow(
      row.map((value) =>
        value === null
          ? undisclosed
          : typeof value === 'number'
            ? String(value)
            : neutralizeFormula(value),
      ),
    ),
  )
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

/** Rows with the stamp of an edition that is not real in a last column of its own; unchanged without a stamp. */
export function stampRows(
  [head = [], ...rows]: readonly (readonly DatasetValue[])[],
  title: string,
  stamp: string | null | undefined,
): readonly (readonly DatasetValue[])[] {
  return stamp ? [[...head, title], ...rows.map((row) => [...row, stamp])] : [head, ...rows]
}
