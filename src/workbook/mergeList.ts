import { valueAt } from '../documents/document.ts'
import { type Change, changesOf, removal } from './change.ts'
import { claimRows } from './claimRows.ts'
import { type MergedRecord, makeRecord } from './makeRecord.ts'
import type { MatchedSheet } from './matchSheet.ts'
import type { CellContext } from './readCell.ts'
import { readRows, type SheetReport } from './readRows.ts'

/** What becomes of a list of records. */
export interface MergedList {
  records: MergedRecord[]
  changes: Change[]
}

/** What becomes of the records of a file's list: rows with a known key change theirs, others add one, and records without a row go. */
export function mergeList(
  matched: MatchedSheet,
  old: readonly unknown[],
  context: CellContext,
  report: SheetReport,
  { mayDelete }: { mayDelete: boolean },
): MergedList {
  const { sheet, columns, grid } = matched
  const before = report.problems.length
  const keyOf = (record: unknown) => String(valueAt(record, sheet.key?.path ?? []))
  const hasKeys = sheet.key !== undefined && columns.has(sheet.key)
  const rows = readRows(matched, context, report)
  const { rowOf, added, namesKeys } = claimRows(matched, rows, old, report)
  // Rows without keys are a list of what is new: they say nothing of what they do not name.
  const mayRemove = (namesKeys || (hasKeys && mayDelete)) && report.problems.length === before
  if (rows.length === 0 && old.length > 0 && !mayRemove)
    report.notices.push({
      sheet: grid.title,
      cell: '',
      text: `一条也没有，现有的 ${old.length} 条没有动；要全部删去，命令后面加 -- --delete`,
    })
  const records: MergedRecord[] = old.flatMap((record): MergedRecord[] => {
    const row = rowOf.get(record)
    if (!row) return mayRemove ? [] : [{ record, old: record }]
    return [{ record: makeRecord(matched, row, record, context, report), old: record, row }]
  })
  for (const row of added)
    records.push({ record: makeRecord(matched, row, undefined, context, report), row })
  const kept = new Set(records.map((merged) => merged.old))
  const removed = old
    .filter((record) => !kept.has(record))
    .map((record) => removal(sheet, record, keyOf(record), context.names))
  const changes = records.flatMap((merged) =>
    changesOf(matched, merged, merged.row?.key ?? keyOf(merged.record), context.names),
  )
  return { records, changes: [...changes, ...removed] }
}
