import type { Table } from '../charts/chart.ts'
import { formatSpreadsheetCsv, stampRows } from './csv.ts'

/** A figure's table as CSV in the words of the page; an edition that is not real stamps every line. */
export function figureCsv(table: Table, stamp: string | null): string {
  const rows = [table.columns, ...table.rows.map((row) => row.map((cell) => cell.text))]
  return formatSpreadsheetCsv(stampRows(rows, '戳记', stamp))
}
