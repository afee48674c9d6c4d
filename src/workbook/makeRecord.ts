import { isDeepStrictEqual } from 'node:util'
import type { Path } from '../documents/document.ts'
import { assembleRecord, untold } from './assemble.ts'
import { addressOf } from './book.ts'
import { explainColumn } from './explainColumn.ts'
import type { MatchedSheet } from './matchSheet.ts'
import type { CellContext } from './readCell.ts'
import { readValues, type SheetReport, type SheetRow } from './readRows.ts'

/** A record as it is to be, with the old one and the row that it was made from. */
export interface MergedRecord {
  record: unknown
  old?: unknown
  row?: SheetRow
}

/** Makes the record of a row; the old one itself where nothing changes. */
export function makeRecord(
  matched: MatchedSheet,
  row: SheetRow,
  old: unknown,
  context: CellContext,
  report: SheetReport,
): unknown {
  const { sheet, columns, grid } = matched
  const values = readValues(matched, row, old, context, report)
  if (row.key !== undefined && sheet.key) values.set(sheet.key.name, row.key)
  const missing = (path: Path) => {
    const column = sheet.columns.find(({ name }) => name === path.join('.'))
    // What could not be read was reported already.
    if (!column || values.get(column.name) === untold) return
    const index = columns.get(column)
    const isPart = path.length > 1
    report.problems.push({
      sheet: grid.title,
      cell: addressOf(row.index, index ?? 0),
      found: index === undefined ? `没有“${column.heading}”一栏` : '空着的格子',
      expected: `“${column.heading}”`,
      hint: [
        ...(isPart && index !== undefined ? ['这几格要么都填，要么都空着'] : []),
        explainColumn(column).join('').replace(/。$/, ''),
      ].join('；'),
    })
  }
  const record = assembleRecord(sheet.record, old, values, missing)
  return isDeepStrictEqual(record, old) ? old : record
}
