import { valueAt } from '../documents/document.ts'
import { addressOf } from './book.ts'
import { type Change, changesOf, removal } from './change.ts'
import type { SheetColumn } from './columns.ts'
import { type MergedRecord, makeRecord } from './makeRecord.ts'
import type { MatchedSheet } from './matchSheet.ts'
import type { CellContext } from './readCell.ts'
import { readRows, type SheetReport, type SheetRow } from './readRows.ts'

/** Rows in the order of their places; one without a place follows the row above it. */
function inPlace(rows: readonly SheetRow[]): SheetRow[] {
  let last = 0
  const placed = rows.map((row) => {
    last = row.place ?? last
    return { row, place: last }
  })
  return placed.toSorted((a, b) => a.place - b.place).map(({ row }) => row)
}

/** What becomes of the records inside others: for each outer key, the list that its rows make, in their places. */
export function mergeInner(
  matched: MatchedSheet,
  outer: readonly unknown[],
  context: CellContext,
  report: SheetReport,
): { lists: Map<string, MergedRecord[]>; changes: Change[] } {
  const { sheet, grid, outerColumn } = matched
  const key = sheet.outer?.key as SheetColumn
  const lists = new Map<string, MergedRecord[]>()
  const changes: Change[] = []
  const rows = Map.groupBy(readRows(matched, context, report), (row) => row.outer as string)
  const outerKeys = new Set(outer.map((record) => String(valueAt(record, key.path))))
  for (const [name, [row]] of rows) {
    if (outerKeys.has(name) || !row) continue
    report.problems.push({
      sheet: grid.title,
      cell: addressOf(row.index, outerColumn as number),
      found: `“${sheet.outer?.title}”里没有的编号“${name}”`,
      expected: `“${sheet.outer?.title}”里的一个编号`,
      hint: '核对编号；那一条删去了，这里的几行也删去',
    })
  }
  for (const record of outer) {
    const name = String(valueAt(record, key.path))
    const old = (valueAt(record, sheet.path) ?? []) as unknown[]
    const list = inPlace(rows.get(name) ?? []).map((row, index): MergedRecord => {
      const before = old[index]
      return { record: makeRecord(matched, row, before, context, report), old: before, row }
    })
    lists.set(name, list)
    for (const [index, merged] of list.entries())
      changes.push(...changesOf(matched, merged, `${name} 的第 ${index + 1} 条`, context.names))
    for (const [index, gone] of old.slice(list.length).entries())
      changes.push(
        removal(sheet, gone, `${name} 的第 ${list.length + index + 1} 条`, context.names),
      )
  }
  return { lists, changes }
}
