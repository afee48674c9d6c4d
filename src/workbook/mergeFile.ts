import { isDeepStrictEqual } from 'node:util'
import { type Path, valueAt } from '../documents/document.ts'
import { addressOf } from './book.ts'
import type { CellProblem } from './cellProblem.ts'
import type { Change } from './change.ts'
import type { MergedRecord } from './makeRecord.ts'
import type { MatchedSheet } from './matchSheet.ts'
import { mergeInner } from './mergeInner.ts'
import { mergeList } from './mergeList.ts'
import type { CellContext } from './readCell.ts'
import type { SheetReport, SheetRow } from './readRows.ts'
import type { FileSheets, RecordSheet } from './sheets.ts'

/** Where something stands in the file that is imported. */
export type CellPlace = Pick<CellProblem, 'sheet' | 'cell'>

/** What becomes of one file of the edition. */
export interface MergedFile {
  value: unknown
  changes: Change[]
  /** The old record that a new one was made from. */
  origins: Map<unknown, unknown>
  /** The cell that a value of the file came from; undefined where no row told it. */
  placeOf(path: Path): CellPlace | undefined
}

/** A value with another one at a path inside it. */
export function withValueAt(value: unknown, [step, ...rest]: Path, inner: unknown): unknown {
  if (step === undefined) return inner
  const changed = withValueAt(valueAt(value, [step]), rest, inner)
  if (Array.isArray(value)) return value.with(Number(step), changed)
  return { ...(value as object), [step]: changed }
}

const startsWith = (path: Path, start: Path) => start.every((step, index) => path[index] === step)

/** The cell of a row that holds the value at a path of its record, or the first of those that hold parts of it. */
function cellAt(
  { sheet, grid, columns, outerColumn }: MatchedSheet,
  row: SheetRow,
  path: Path,
): CellPlace {
  const column =
    sheet.columns.find((each) => startsWith(path, each.path)) ??
    (path.length > 0 ? sheet.columns.find((each) => startsWith(each.path, path)) : undefined) ??
    sheet.key
  const index = (column && columns.get(column)) ?? outerColumn ?? 0
  return { sheet: grid.title, cell: addressOf(row.index, index) }
}

/** More records gone than stay: the sheet was filtered, cut or is another one. */
function refuseEmptying(
  { sheet, grid }: MatchedSheet,
  old: readonly unknown[],
  changes: readonly Change[],
): CellProblem[] {
  const gone = changes.filter(({ kind }) => kind === 'removed').length
  if (gone * 2 <= old.length) return []
  return [
    {
      sheet: grid.title,
      cell: '',
      found: `“${sheet.title}”现有 ${old.length} 条，少了 ${gone} 条`,
      expected: '删去的不过半',
      hint: '多半是只复制了筛选出的几行，或者又用了导入过的工作簿（重新导出一份再填）；真要删去这么多，命令后面加 -- --delete',
    },
  ]
}

/** What becomes of a file, from the sheets that were found of it. */
export function mergeFile(
  { sheets }: FileSheets,
  old: unknown,
  matched: ReadonlyMap<RecordSheet, MatchedSheet>,
  context: CellContext,
  report: SheetReport,
  { mayDelete }: { mayDelete: boolean },
): MergedFile {
  let value = old
  const changes: Change[] = []
  const origins = new Map<unknown, unknown>()
  const lists = new Map<RecordSheet, MergedRecord[]>()
  const inner = new Map<RecordSheet, Map<string, MergedRecord[]>>()
  const remember = (records: readonly MergedRecord[]) => {
    for (const { record, old } of records) if (old !== undefined) origins.set(record, old)
  }
  for (const sheet of sheets.filter(({ outer }) => !outer)) {
    const found = matched.get(sheet)
    const before = (valueAt(value, sheet.path) ?? []) as unknown[]
    const key = sheet.key?.path ?? []
    let records: MergedRecord[] = before.map((record) => ({ record, old: record }))
    if (found) {
      const merged = mergeList(found, before, context, report, { mayDelete })
      if (!mayDelete) report.problems.push(...refuseEmptying(found, before, merged.changes))
      records = merged.records
      changes.push(...merged.changes)
    }
    for (const within of sheets.filter(({ outer }) => outer === sheet)) {
      const innerFound = matched.get(within)
      if (!innerFound) continue
      const merged = mergeInner(
        innerFound,
        records.map(({ record }) => record),
        context,
        report,
      )
      inner.set(within, merged.lists)
      changes.push(...merged.changes)
      records = records.map((each) => {
        const list = merged.lists.get(String(valueAt(each.record, key))) ?? []
        remember(list)
        const had = valueAt(each.record, within.path) as unknown[] | null | undefined
        const now = list.map(({ record }) => record)
        if (isDeepStrictEqual(had ?? [], now)) return each
        return { ...each, record: withValueAt(each.record, within.path, now) }
      })
    }
    lists.set(sheet, records)
    remember(records)
    const now = records.map(({ record }) => record)
    const isSame =
      now.length === before.length && now.every((record, index) => record === before[index])
    if (!isSame) value = withValueAt(value, sheet.path, now)
  }
  const placeOf = (path: Path): CellPlace | undefined => {
    const sheet = [...lists.keys()].find(
      (each) => startsWith(path, each.path) && path.length >= each.path.length,
    )
    const found = sheet && matched.get(sheet)
    if (!sheet) return undefined
    if (path.length === sheet.path.length) return found && { sheet: found.grid.title, cell: '' }
    const rest = path.slice(sheet.path.length + 1)
    const merged = lists.get(sheet)?.[Number(path[sheet.path.length])]
    const within = [...inner.keys()].find(
      (each) => each.outer === sheet && startsWith(rest, each.path),
    )
    const innerFound = within && matched.get(within)
    if (within && innerFound && rest.length > within.path.length) {
      const name = String(valueAt(merged?.record, sheet.key?.path ?? []))
      const { row } = inner.get(within)?.get(name)?.[Number(rest[within.path.length])] ?? {}
      if (row) return cellAt(innerFound, row, rest.slice(within.path.length + 1))
    }
    return found && merged?.row ? cellAt(found, merged.row, rest) : undefined
  }
  return { value, changes, origins, placeOf }
}
