import { valueAt } from '../documents/document.ts'
import { recordId } from '../schemas/recordSet.ts'
import { addressOf } from './book.ts'
import type { SheetColumn } from './columns.ts'
import type { MatchedSheet } from './matchSheet.ts'
import type { SheetReport, SheetRow } from './readRows.ts'
import type { RecordSheet } from './sheets.ts'

/** The next free key after those there are: session-13 after session-12; undefined where they follow no pattern. */
function followingKey(keys: ReadonlySet<string>): string | undefined {
  const numbered = [...keys].flatMap((key) => {
    const match = /^(.*?)(\d+)$/.exec(key)
    return match ? [{ stem: match[1] as string, digits: match[2] as string }] : []
  })
  const last = numbered.at(-1)
  // 2025-q4 says when something was: no 2025-q5 follows it.
  if (!last || /^\d{4}-/.test(last.stem)) return undefined
  const alike = numbered.filter(({ stem }) => stem === last.stem)
  const next = Math.max(...alike.map(({ digits }) => Number(digits))) + 1
  return last.stem + String(next).padStart(last.digits.length, '0')
}

/** The key of a new record: the next after those there are, else one that counts the records of the sheet. */
function nextKey({ name, key }: RecordSheet, keys: ReadonlySet<string>): string | undefined {
  const following = followingKey(keys)
  if (following !== undefined || key?.schema !== recordId) return following
  const counted = Array.from({ length: keys.size + 1 }, (_, index) => index + 1)
  return counted
    .map((number) => `${name}-${String(number).padStart(2, '0')}`)
    .findLast((each) => !keys.has(each))
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

/** Which record each row of a list means. */
export interface ClaimedRows {
  rowOf: Map<unknown, SheetRow>
  /** The rows of new records, each with its key. */
  added: SheetRow[]
  /** Whether any row names its record by its key. */
  namesKeys: boolean
}

/** Finds which record each row means: by its key, or for want of one by its name, then an empty slot, else a new one. */
export function claimRows(
  matched: MatchedSheet,
  rows: readonly SheetRow[],
  old: readonly unknown[],
  report: SheetReport,
): ClaimedRows {
  const { sheet, columns, grid } = matched
  const key = sheet.key as SheetColumn
  const keyOf = (record: unknown) => String(valueAt(record, key.path))
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
    const next = nextKey(sheet, keys)
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
  return { rowOf, added, namesKeys: seen.size > 0 }
}
