import { valueAt } from '../documents/document.ts'
import { untold } from './assemble.ts'
import { addressOf, type GridCell, isBlank } from './book.ts'
import { cellContent } from './cellContent.ts'
import type { CellNotice, CellProblem } from './cellProblem.ts'
import type { SheetColumn } from './columns.ts'
import type { MatchedSheet } from './matchSheet.ts'
import { type CellContext, readCell } from './readCell.ts'
import { readPair } from './readDegrees.ts'
import type { Read } from './readNumber.ts'
import { innerHeadings } from './sheetNames.ts'

/** A row of a sheet that holds something. */
export interface SheetRow {
  /** From 0. */
  index: number
  cells: readonly GridCell[]
  /** The key that its record has, or is to have. */
  key?: string
  /** The key of the record that holds it. */
  outer?: string
  /** Its place in that record. */
  place?: number
}

/** Where messages about a sheet go. */
export interface SheetReport {
  problems: CellProblem[]
  notices: CellNotice[]
}

const keyText = (cell: GridCell | undefined) =>
  isBlank(cell) ? undefined : String(cell?.value).trim()

/** The rows of a sheet that hold something in a column that is known, with the keys they name. */
export function readRows(
  matched: MatchedSheet,
  context: CellContext,
  report: SheetReport,
): SheetRow[] {
  const { sheet, grid, firstRow, columns, outerColumn, placeColumn } = matched
  const known = [
    ...columns.values(),
    ...[outerColumn, placeColumn].filter((each) => each !== undefined),
  ]
  const keyColumn = sheet.key && columns.get(sheet.key)
  return grid.rows.slice(firstRow).flatMap((cells, offset): SheetRow[] => {
    const index = firstRow + offset
    if (known.every((column) => isBlank(cells[column]))) return []
    const say = (column: number, words: Omit<CellProblem, 'sheet' | 'cell'>) =>
      report.problems.push({ sheet: grid.title, cell: addressOf(index, column), ...words })
    const row: SheetRow = { index, cells }
    if (sheet.key && keyColumn !== undefined && !isBlank(cells[keyColumn])) {
      const read = readCell(sheet.key, cells[keyColumn], context, null)
      if ('problem' in read) say(keyColumn, read.problem)
      else row.key = String(read.value)
      if ('problem' in read) return []
    }
    if (outerColumn !== undefined) {
      const outer = keyText(cells[outerColumn])
      if (outer === undefined) {
        const hint = `写它属于“${sheet.outer?.title}”里的哪一条`
        say(outerColumn, { found: '空着的格子', expected: innerHeadings[0], hint })
        return []
      }
      row.outer = outer
    }
    if (placeColumn !== undefined && !isBlank(cells[placeColumn])) {
      const place = Number(keyText(cells[placeColumn]))
      if (Number.isInteger(place) && place > 0) row.place = place
      else
        say(placeColumn, {
          found: `“${keyText(cells[placeColumn])}”`,
          expected: '次序，1、2、3……',
          hint: '写整数；不写就接在上一行后面',
        })
    }
    return [row]
  })
}

/** Whether a cell shows just what a value is written as. */
function isAsWritten(
  column: SheetColumn,
  value: unknown,
  cell: GridCell | undefined,
  context: CellContext,
): boolean {
  if (cell?.isError) return false
  const content = cellContent(column, value, context.names)
  if (isBlank(cell)) return content === null && !cell?.isFormula
  const shown = cell?.value
  if (content instanceof Date) return shown instanceof Date && shown.getTime() === content.getTime()
  if (typeof content === 'number')
    return (
      typeof shown === 'number' &&
      !cell?.isPercent &&
      Number(shown.toPrecision(15)) === Number(content.toPrecision(15))
    )
  return shown === content
}

/** The value of a cell; the one that was there before where the cell shows just that. */
export function readAgain(
  column: SheetColumn,
  cell: GridCell | undefined,
  before: unknown,
  context: CellContext,
  unit: string | null,
): Read {
  if (isAsWritten(column, before, cell, context)) return { value: before ?? undefined }
  return readCell(column, cell, context, unit)
}

const unitOf = (matched: MatchedSheet, row: SheetRow, column: SheetColumn): string | null => {
  if (column.unit !== null) return column.unit
  const beside = matched.sheet.columns.find(({ name }) => name === 'unit')
  const at = beside && matched.columns.get(beside)
  return at === undefined ? null : (keyText(row.cells[at]) ?? null)
}

/** Whether a day on which something was done is not of the edition's year: most such are slips of the pen. */
const isStrayDay = ({ isDay }: SheetColumn, day: unknown, { year }: CellContext): boolean =>
  isDay && typeof day === 'string' && !day.startsWith(`${year}-`)

/** The values that the cells of a row give for a record that was `old`; what cannot be read is reported and left as it was. */
export function readValues(
  matched: MatchedSheet,
  row: SheetRow,
  old: unknown,
  context: CellContext,
  report: SheetReport,
): Map<string, unknown> {
  const { grid, columns } = matched
  const values = pastedDegrees(matched, row, report)
  const at = (column: number) => ({ sheet: grid.title, cell: addressOf(row.index, column) })
  for (const [column, index] of columns) {
    if (values.has(column.name)) continue
    const before = valueAt(old, column.path)
    const read = readAgain(column, row.cells[index], before, context, unitOf(matched, row, column))
    if ('problem' in read) {
      report.problems.push({ ...at(index), ...read.problem })
      values.set(column.name, untold)
      continue
    }
    if (read.notice) report.notices.push({ ...at(index), text: read.notice })
    if (read.value !== before && isStrayDay(column, read.value, context))
      report.notices.push({
        ...at(index),
        text: `日期 ${read.value} 不在 ${context.year} 年；年份写错了就改，确是那一天，不用改`,
      })
    values.set(column.name, read.value)
  }
  return values
}

/** Both degrees of a place by the names of their columns, where one cell of a row holds both and the other none; else nothing. */
function pastedDegrees(
  { sheet, grid, columns }: MatchedSheet,
  row: SheetRow,
  report: SheetReport,
): Map<string, unknown> {
  const [longitude, latitude] = ['longitude', 'latitude'].map((axis) =>
    sheet.columns.find((column) => column.axis === axis),
  )
  if (!longitude || !latitude) return new Map()
  const cellOf = (column: SheetColumn) => row.cells[columns.get(column) ?? -1]
  for (const [column, other] of [
    [longitude, latitude],
    [latitude, longitude],
  ] as const) {
    const read = readPair(cellOf(column))
    if (!read || !isBlank(cellOf(other))) continue
    const order = read.isSwapped ? '，纬度写在前面，已对调' : ''
    report.notices.push({
      sheet: grid.title,
      cell: addressOf(row.index, columns.get(column) as number),
      text: `一格里的两个数读作经度 ${read.pair[0]}、纬度 ${read.pair[1]}${order}`,
    })
    return new Map([
      [longitude.name, read.pair[0]],
      [latitude.name, read.pair[1]],
    ])
  }
  return new Map()
}
