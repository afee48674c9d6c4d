import { nearestName } from '../documents/nearestName.ts'
import { quote } from '../documents/quote.ts'
import { addressOf, type Grid, isBlank } from './book.ts'
import type { CellNotice, CellProblem } from './cellProblem.ts'
import type { SheetColumn } from './columns.ts'
import { findHeading, folded, headingsOf, isRowNumber } from './headings.ts'
import { innerHeadings } from './sheetNames.ts'
import type { RecordSheet } from './sheets.ts'

/** A sheet whose columns were found. */
export interface MatchedSheet {
  sheet: RecordSheet
  grid: Grid
  /** The first row of records, from 0. */
  firstRow: number
  columns: ReadonlyMap<SheetColumn, number>
  /** Of records kept inside others: where the key of the outer one stands, and the place in it. */
  outerColumn: number | undefined
  placeColumn: number | undefined
}

/** The columns of a sheet by their headings, in whatever order they stand; and what is wrong with the headings. */
export function matchSheet(
  sheet: RecordSheet,
  grid: Grid,
): { matched?: MatchedSheet; problems: CellProblem[]; notices: CellNotice[] } {
  const { title, rows } = grid
  const at = (row: number, column: number) => ({ sheet: title, cell: addressOf(row, column) })
  const heading = findHeading(sheet, grid)
  if (!heading) {
    const names = sheet.columns.slice(0, 4).map((column) => `“${column.heading}”`)
    const words = {
      found: '没有栏名的表',
      expected: `有一行栏名：${names.join('、')}……`,
      hint: '用 npm run data:export 导出一份，照它的栏名写',
    }
    return { problems: [{ sheet: title, cell: 'A1', ...words }], notices: [] }
  }
  const { texts, firstRow } = heading
  const problems: CellProblem[] = []
  const notices: CellNotice[] = []
  const columns = new Map<SheetColumn, number>()
  const taken = new Map<number, SheetColumn>()
  for (const [index, text] of texts.entries()) {
    if (text === '') continue
    const column = sheet.columns.find((each) => headingsOf(each).includes(folded(text)))
    if (!column) continue
    const earlier = columns.get(column)
    if (earlier !== undefined) {
      const words = {
        found: `重复的栏${quote(text)}`,
        expected: '每栏一个名字',
        hint: `${addressOf(firstRow - 1, earlier)} 已是这一栏，删去其一`,
      }
      problems.push({ ...at(firstRow - 1, index), ...words })
      taken.set(index, column)
      continue
    }
    columns.set(column, index)
    taken.set(index, column)
  }
  const innerColumn = (name: string) => {
    const index = texts.findIndex((text) => folded(text) === folded(name))
    return index < 0 ? undefined : index
  }
  const [outerColumn, placeColumn] = sheet.outer ? innerHeadings.map(innerColumn) : []
  if (sheet.outer && outerColumn === undefined) {
    const words = {
      found: `没有“${innerHeadings[0]}”一栏`,
      expected: `“${innerHeadings[0]}”，写它属于“${sheet.outer.title}”里的哪一条`,
      hint: '补上这一栏',
    }
    problems.push({ ...at(firstRow - 1, 0), ...words })
  }
  const missing = sheet.columns.filter((column) => !columns.has(column))
  for (const [index, text] of texts.entries()) {
    if (text === '' || taken.has(index) || index === outerColumn || index === placeColumn) continue
    const isFilled = rows.slice(firstRow).some((row) => !isBlank(row[index]))
    if (!isFilled) continue
    if (folded(text) === 'registeredcrs') {
      const words = {
        found: '网站的下载文件，坐标已换算成 WGS-84',
        expected: '登记时的坐标',
        hint: '用 npm run data:export 导出的工作簿来改；这份文件再导入，坐标会换算两次',
      }
      problems.push({ ...at(firstRow - 1, index), ...words })
      continue
    }
    const near = isRowNumber(text)
      ? undefined
      : nearestName(
          folded(text),
          missing.map((column) => folded(column.heading)),
        )
    const meant = missing.find((column) => folded(column.heading) === near)
    if (meant) {
      const words = {
        found: `不认识的栏${quote(text)}`,
        expected: `“${meant.heading}”`,
        hint: `是不是“${meant.heading}”；不是的话，换个不像它的名字，导入时就不看它`,
      }
      problems.push({ ...at(firstRow - 1, index), ...words })
      continue
    }
    notices.push({ ...at(firstRow - 1, index), text: `栏${quote(text)}没有导入` })
  }
  for (const [index, cell] of rows
    .slice(firstRow)
    .flatMap((row) =>
      row.slice(texts.length).map((each, offset) => [texts.length + offset, each] as const),
    )) {
    if (isBlank(cell)) continue
    notices.push({ ...at(firstRow - 1, index), text: '没有栏名的一栏没有导入' })
    break
  }
  if (missing.length > 0 && missing.length < sheet.columns.length) {
    const names = missing.map((column) => `“${column.heading}”`).join('')
    notices.push({ sheet: title, cell: '', text: `没有${names}，这些照旧` })
  }
  const matched = { sheet, grid, firstRow, columns, outerColumn, placeColumn }
  return { matched, problems, notices }
}
