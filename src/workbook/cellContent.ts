import { valueAt } from '../documents/document.ts'
import type { SheetColumn } from './columns.ts'
import type { CellContent } from './writeXlsx.ts'

/** What the keys of other registers are shown with in a cell: the code of a town with its name. */
export type KeyNames = ReadonlyMap<string, ReadonlyMap<string, string>>

/** A list that is empty, told from one that is not published. */
export const emptyList = '（无）'

/** How one value is written in a cell, before it is joined with others or made a date. */
function wordOf(column: SheetColumn, value: unknown, names: KeyNames): string {
  const text = String(value)
  const named = column.refersTo && names.get(column.refersTo)?.get(text)
  if (named) return `${text} ${named}`
  return column.choices.get(text) ?? text
}

/** What a cell holds for a value of a record; null for what is absent. */
export function cellContent(column: SheetColumn, value: unknown, names: KeyNames): CellContent {
  if (value === null || value === undefined) return null
  if (column.isList) {
    const list = value as unknown[]
    if (list.length === 0) return column.isNullable ? emptyList : null
    return list.map((item) => wordOf(column, item, names)).join('\n')
  }
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? '是' : '否'
  const day = column.kind === 'day' && /^(\d{4})-(\d\d)-(\d\d)$/.exec(String(value))
  if (day) return new Date(Date.UTC(Number(day[1]), Number(day[2]) - 1, Number(day[3])))
  return wordOf(column, value, names)
}

/** The cells of a record, in the order of the columns. */
export const recordCells = (
  columns: readonly SheetColumn[],
  record: unknown,
  names: KeyNames,
): CellContent[] =>
  columns.map((column) => cellContent(column, valueAt(record, column.path), names))
