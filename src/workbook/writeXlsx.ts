import { type Cell, type DataValidation, type WriteSheet, writeXlsx as write } from 'hucre/xlsx'
import { addressOf, columnLetters } from './book.ts'

/** What a cell is to hold. */
export type CellContent = string | number | Date | null

/** Where the texts of a drop-down stand: a sheet, and a column of it from the second row on. */
export interface ChoiceRange {
  sheet: string
  column: number
  /** How many rows below the heading. */
  length: number
}

/** A column of a sheet that is to be written. */
export interface DraftColumn {
  heading: string
  /** In characters; a Han character takes two. */
  width: number
  /** Numbers stay as they are typed; texts are kept from becoming numbers or dates. */
  format: 'text' | 'date' | 'number'
  note?: string
  choices?: ChoiceRange
  /** What is said when something else than one of the choices is entered. */
  refusal?: string
  wraps?: boolean
}

/** A sheet that is to be written. */
export interface DraftSheet {
  title: string
  columns: DraftColumn[]
  rows: CellContent[][]
  /** Rows below that are formatted like the others, for records to come. */
  blankRows?: number
  /** The first row is a heading: bold, frozen, with a filter. */
  hasHeading?: boolean
  isHidden?: boolean
}

const formats = { text: '@', date: 'yyyy-mm-dd', number: undefined }
const background = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F1EBDD' } } as const

/** A text as the format stores it: what looks like one of its escapes is escaped itself. */
const storedText = (text: string) => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')

const stored = (value: CellContent) => (typeof value === 'string' ? storedText(value) : value)

function headingCell({ heading, note }: DraftColumn): Partial<Cell> {
  return {
    value: heading,
    type: 'string',
    style: { font: { bold: true }, fill: background, numFmt: '@' },
    ...(note && { comment: { text: note } }),
  }
}

/** How a cell shows its value: days as days wherever they stand, numbers as they are. */
function formatOf(value: CellContent, { format }: DraftColumn): string | undefined {
  if (value instanceof Date) return formats.date
  return typeof value === 'number' ? undefined : formats[format]
}

function bodyCell(value: CellContent, column: DraftColumn): Partial<Cell> {
  const numFmt = formatOf(value, column)
  const alignment = { vertical: 'top', ...(column.wraps && { wrapText: true }) } as const
  return {
    value: stored(value),
    type: value === null ? 'empty' : value instanceof Date ? 'date' : (typeof value as 'string'),
    style: { alignment, ...(numFmt && { numFmt }) },
  }
}

function dropDown(
  { choices, refusal }: DraftColumn,
  column: number,
  rows: number,
): DataValidation[] {
  if (!choices || choices.length === 0) return []
  const letter = columnLetters(choices.column)
  return [
    {
      type: 'list',
      formula1: `'${choices.sheet}'!$${letter}$2:$${letter}$${choices.length + 1}`,
      range: `${addressOf(1, column)}:${addressOf(Math.max(rows, 1), column)}`,
      allowBlank: true,
      // Without it gnumeric drops the whole list.
      showErrorMessage: true,
      errorTitle: '不在单子里',
      errorMessage: refusal ?? '从下拉的单子里选一个；单子里没有的，先补进单子',
    },
  ]
}

function writeSheet(sheet: DraftSheet, stamp: string | null): WriteSheet {
  const { title, columns, rows, blankRows = 0, hasHeading = false, isHidden = false } = sheet
  const cells = new Map<string, Partial<Cell>>()
  const first = hasHeading ? 1 : 0
  const count = first + rows.length + blankRows
  for (const [column, each] of columns.entries()) {
    if (hasHeading) cells.set(`0,${column}`, headingCell(each))
    for (let row = first; row < count; row++)
      cells.set(`${row},${column}`, bodyCell(rows[row - first]?.[column] ?? null, each))
  }
  return {
    name: title,
    cells,
    columns: columns.map(({ width }) => ({ width })),
    dataValidations: columns.flatMap((column, index) => dropDown(column, index, count - 1)),
    ...(hasHeading && { freezePane: { rows: 1, columns: 1 } }),
    ...(isHidden && { hidden: true }),
    ...(stamp && { headerFooter: { oddHeader: `&C${stamp}` } }),
  }
}

/** A fixed moment: the same records give the same bytes, whenever they are written. */
const written = new Date(Date.UTC(2000, 0, 1))

/** A workbook of these sheets; a stamp stands at the head of every printed page. */
export function writeXlsx(
  sheets: readonly DraftSheet[],
  { title, stamp }: { title: string; stamp: string | null },
): Promise<Uint8Array> {
  return write({
    sheets: sheets.map((sheet) => writeSheet(sheet, stamp)),
    properties: { title, created: written, modified: written },
  })
}
