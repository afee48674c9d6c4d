import { isDeepStrictEqual } from 'node:util'
import { valueAt } from '../documents/document.ts'
import { addressOf } from './book.ts'
import { cellContent, type KeyNames } from './cellContent.ts'
import type { SheetColumn } from './columns.ts'
import type { MergedRecord } from './makeRecord.ts'
import type { MatchedSheet } from './matchSheet.ts'
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

/** What a cell of a column would show of a record, on one line; 空 where it shows nothing. */
export function shownValue(column: SheetColumn, record: unknown, names: KeyNames): string {
  const content = cellContent(column, valueAt(record, column.path), names)
  if (content === null) return '空'
  const text = content instanceof Date ? content.toISOString().slice(0, 10) : String(content)
  return text.replaceAll('\n', '；')
}

/** The first things a record tells, for those who look over a list of new ones. */
const glance = (sheet: RecordSheet, record: unknown, names: KeyNames): string =>
  sheet.columns
    .filter(
      (column) => column !== sheet.key && column.path[0] !== 'source' && column.name !== 'status',
    )
    .map((column) => shownValue(column, record, names))
    .filter((text) => text !== '空')
    .slice(0, 3)
    .join('，')

/** That a record goes. */
export const removal = (
  sheet: RecordSheet,
  record: unknown,
  name: string,
  names: KeyNames,
): Change => ({
  kind: 'removed',
  title: sheet.title,
  record: name,
  from: glance(sheet, record, names),
})

/** What becomes of one record: that it is new, or each of its values that changes. */
export function changesOf(
  matched: MatchedSheet,
  merged: MergedRecord,
  name: string,
  names: KeyNames,
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
        to: glance(sheet, record, names),
        ...(cell && { cell }),
      },
    ]
  }
  if (record === old) return []
  return sheet.columns.flatMap((column): Change[] => {
    if (isDeepStrictEqual(valueAt(old, column.path), valueAt(record, column.path))) return []
    const index = columns.get(column)
    const cell = row && index !== undefined ? addressOf(row.index, index) : undefined
    const [from, to] = [old, record].map((each) => shownValue(column, each, names))
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
