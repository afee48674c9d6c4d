import type { SheetColumn } from './columns.ts'
import { choicesTitle } from './sheetNames.ts'
import { recordSheets } from './sheets.ts'
import type { WorkbookSource } from './workbookSource.ts'
import type { ChoiceRange, DraftSheet } from './writeXlsx.ts'

/** The lists that cells are chosen from, each once. */
export class Choices {
  readonly lists: { heading: string; items: string[] }[] = []

  add(heading: string, items: string[]): ChoiceRange {
    const same = this.lists.findIndex((list) => list.items.join('\n') === items.join('\n'))
    const column = same < 0 ? this.lists.push({ heading, items }) - 1 : same
    return { sheet: choicesTitle, column, length: items.length }
  }

  sheet(): DraftSheet {
    const rows = Math.max(0, ...this.lists.map(({ items }) => items.length))
    return {
      title: choicesTitle,
      columns: this.lists.map(({ heading }) => ({ heading, width: 20, format: 'text' })),
      rows: Array.from({ length: rows }, (_, row) =>
        this.lists.map(({ items }) => items[row] ?? null),
      ),
      hasHeading: true,
      isHidden: true,
    }
  }
}

/** More rows than any register has: what is entered below is in the drop-down too. */
export const choosableRows = 500

/** What a column is chosen from: its own values, the keys of a register, or those on another sheet of records. */
export function choicesFor(
  column: SheetColumn,
  { names, values }: WorkbookSource,
  choices: Choices,
): ChoiceRange | undefined {
  if (column.isList) return undefined
  if (column.choices.size > 0) return choices.add(column.heading, [...column.choices.values()])
  const { refersTo } = column
  if (!refersTo) return undefined
  const keys = names.get(refersTo)
  if (keys)
    return choices.add(
      column.heading,
      [...keys].map(([key, name]) => `${key} ${name}`.trim()),
    )
  const sheet = recordSheets.find(({ name }) => name === refersTo)
  if (!sheet?.key || !values.has(sheet.file)) return undefined
  return { sheet: sheet.title, column: sheet.columns.indexOf(sheet.key), length: choosableRows }
}
