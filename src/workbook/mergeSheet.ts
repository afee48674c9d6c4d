import { isDeepStrictEqual } from 'node:util'
import { type Path, valueAt } from '../documents/document.ts'
import { assembleRecord, untold } from './assemble.ts'
import { addressOf } from './book.ts'
import { cellContent } from './cellContent.ts'
import type { SheetColumn } from './columns.ts'
import { explainColumn } from './explainColumn.ts'
import type { MatchedSheet } from './matchSheet.ts'
import type { CellContext } from './readCell.ts'
import { readRows, readValues, type SheetReport, type SheetRow } from './readRows.ts'
import type { RecordSheet } from './sheets.ts'

/** One thing that an import does to the records. */
export interface Change {
  kind: 'added' | 'changed' | 'removed'
  /** The name of the sheet of records. */
  title: string
  /** The record: its key, or the key of the outer one and its place in it. */
  record: string
  /** The heading of the value that changed. */
  heading?: string
  /** Where in the file that is imported. */
  cell?: string
  from?: string
  to?: string
}

/** A record as it is to be, with the old one and the row that it was made from. */
export interface MergedRecord {
  record: unknown
  old?: unknown
  row?: SheetRow
}

/** What becomes of a list of records. */
export interface MergedList {
  records: MergedRecord[]
  changes: Change[]
}

const shown = (column: SheetColumn, record: unknown, { names }: CellContext): string => {
  const content = cellContent(column, valueAt(record, column.path), names)
  if (content === null) return '空'
  const text = content instanceof Date ? content.toISOString().slice(0, 10) : String(content)
  return text.replaceAll('\n', '；')
}

/** The first things a record tells, for those who look over a list of new ones. */
const glance = (sheet: RecordSheet, record: unknown, context: CellContext): string =>
  sheet.columns
    .filter(
      (column) => column !== sheet.key && column.path[0] !== 'source' && column.name !== 'status',
    )
    .map((column) => shown(column, record, context))
    .filter((text) => text !== '空')
    .slice(0, 3)
    .join('，')

function changesOf(
  matched: MatchedSheet,
  merged: MergedRecord,
  name: string,
  context: CellContext,
): Change[] {
  const { sheet, columns } = matched
  const { record, old, row } = merged
  const title = sheet.title
  if (old === undefined) {
    const cell = row && addressOf(row.index, 0)
    return [
      {
        kind: 'added',
        title,
        record: name,
        to: glance(sheet, record, context),
        ...(cell && { cell }),
      },
    ]
  }
  if (record === old) return []
  return sheet.columns.flatMap((column): Change[] => {
    if (isDeepStrictEqual(valueAt(old, column.path), valueAt(record, column.path))) return []
    const index = columns.get(column)
    const cell = row && index !== undefined ? addressOf(row.index, index) : undefined
    const [from, to] = [old, record].map((each) => shown(column, each, context))
    return [
      {
        kind: 'changed',
        title,
        record: name,
        heading: column.heading,
        from,
        to,
        ...(cell && { cell }),
      } as Change,
    ]
  })
}

/** Makes the record of a row; the old one itself where nothing changes. */
function makeRecord(
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

/** The next free key after those there are: session-13 after session-12; undefined where they follow no pattern. */
function nextKey(keys: ReadonlySet<string>): string | undefined {
  const numbered = [...keys].flatMap((key) => {
    const match = /^(.*?)(\d+)$/.exec(key)
    return match ? [{ stem: match[1] as string, digits: match[2] as string }] : []
  })
  const last = numbered.at(-1)
  if (!last) return undefined
  const alike = numbered.filter(({ stem }) => stem === last.stem)
  const next = Math.max(...alike.map(({ digits }) => Number(digits))) + 1
  return last.stem + String(next).padStart(last.digits.length, '0')
}

/** Whether a record says nothing beyond its key, its status and what it cannot do without. */
const isEmptySlot = (sheet: RecordSheet, record: unknown): boolean =>
  sheet.columns
    .filter((column) => column.isNullable)
    .every((column) => (valueAt(record, column.path) ?? null) === null)

/** Finds the records that rows without a key mean: those of the same name, then empty ones. */
function claimKeyless(
  matched: MatchedSheet,
  rows: readonly SheetRow[],
  old: readonly unknown[],
  claimed: Set<unknown>,
): Map<SheetRow, unknown> {
  const { sheet, columns } = matched
  const found = new Map<SheetRow, unknown>()
  const label = sheet.columns.find(
    (column) =>
      column.kind === 'text' && !column.isKey && column.choices.size === 0 && !column.refersTo,
  )
  const labelColumn = label && columns.get(label)
  const free = () => old.filter((record) => !claimed.has(record))
  const claim = (row: SheetRow, record: unknown) => {
    found.set(row, record)
    claimed.add(record)
  }
  if (label && labelColumn !== undefined) {
    const byLabel = Map.groupBy(free(), (record) => valueAt(record, label.path))
    const rowsByLabel = Map.groupBy(rows, ({ cells }) => cells[labelColumn]?.value)
    for (const [name, same] of rowsByLabel) {
      const records = typeof name === 'string' ? byLabel.get(name) : undefined
      if (records?.length === 1 && same.length === 1) claim(same[0] as SheetRow, records[0])
    }
  }
  const slots = free().filter((record) => isEmptySlot(sheet, record))
  for (const row of rows) {
    if (found.has(row)) continue
    const slot = slots.shift()
    if (slot === undefined) break
    claim(row, slot)
  }
  return found
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
  const key = sheet.key as SheetColumn
  const keyOf = (record: unknown) => String(valueAt(record, key.path))
  const rows = readRows(matched, context, report)
  const byKey = new Map(old.map((record) => [keyOf(record), record]))
  const claimed = new Set<unknown>()
  const rowOf = new Map<unknown, SheetRow>()
  const seen = new Map<string, SheetRow>()
  const added: SheetRow[] = []
  const keyless: SheetRow[] = []
  const keyColumn = columns.get(key)
  for (const row of rows) {
    if (row.key === undefined) {
      keyless.push(row)
      continue
    }
    const earlier = seen.get(row.key)
    if (earlier) {
      report.problems.push({
        sheet: grid.title,
        cell: addressOf(row.index, keyColumn as number),
        found: `重复的编号“${row.key}”`,
        expected: '每条一个编号',
        hint: `${addressOf(earlier.index, keyColumn as number)} 已是这个编号；改成别的，新的一条可以空着`,
      })
      continue
    }
    seen.set(row.key, row)
    const record = byKey.get(row.key)
    if (record === undefined) added.push(row)
    else {
      claimed.add(record)
      rowOf.set(record, row)
    }
  }
  const meant = claimKeyless(matched, keyless, old, claimed)
  const keys = new Set([...byKey.keys(), ...seen.keys()])
  for (const row of keyless) {
    const record = meant.get(row)
    if (record !== undefined) {
      row.key = keyOf(record)
      rowOf.set(record, row)
      continue
    }
    const next = nextKey(keys)
    if (next === undefined) {
      report.problems.push({
        sheet: grid.title,
        cell: addressOf(row.index, keyColumn ?? 0),
        found: '没有编号的一行',
        expected: `“${key.heading}”，例如 ${sheet.name}-01`,
        hint: '小写英文、数字和连字符，每条一个，定了就不再改',
      })
      continue
    }
    row.key = next
    keys.add(next)
    added.push(row)
    report.notices.push({
      sheet: grid.title,
      cell: addressOf(row.index, keyColumn ?? 0),
      text: `没有编号，编作 ${next}`,
    })
  }
  // Rows without keys are a list of what is new: they say nothing of what they do not name.
  const mayRemove =
    keyColumn !== undefined && (seen.size > 0 || mayDelete) && report.problems.length === before
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
    .map(
      (record): Change => ({
        kind: 'removed',
        title: sheet.title,
        record: keyOf(record),
        from: glance(sheet, record, context),
      }),
    )
  const changes = records.flatMap((merged) =>
    changesOf(matched, merged, merged.row?.key ?? keyOf(merged.record), context),
  )
  return { records, changes: [...changes, ...removed] }
}

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
      changes.push(...changesOf(matched, merged, `${name} 的第 ${index + 1} 条`, context))
    for (const [index, gone] of old.slice(list.length).entries())
      changes.push({
        kind: 'removed',
        title: sheet.title,
        record: `${name} 的第 ${list.length + index + 1} 条`,
        from: glance(sheet, gone, context),
      })
  }
  return { lists, changes }
}
