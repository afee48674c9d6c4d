import { nearestName } from '../documents/nearestName.ts'
import type { ProblemWords } from '../documents/problem.ts'
import { quote } from '../documents/quote.ts'
import { addressOf, type Grid, type GridCell, isBlank } from './book.ts'
import type { SheetColumn } from './columns.ts'
import { halfWidth } from './readNumber.ts'
import { innerHeadings } from './sheetNames.ts'
import type { RecordSheet } from './sheets.ts'

/** Something wrong, or worth knowing, at a cell of the file that is imported. */
export interface CellProblem extends ProblemWords {
  /** The name of the sheet; null in a file that has no sheets. */
  sheet: string | null
  /** A7; empty where the sheet as a whole is meant. */
  cell: string
}

/** Something worth knowing at a cell, nothing to be mended. */
export interface CellNotice {
  sheet: string | null
  cell: string
  text: string
}

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

const textOf = (cell: GridCell | undefined) =>
  cell && typeof cell.value === 'string' ? cell.value : cell?.value ? String(cell.value) : ''

/** What is compared of a heading: no spaces, no marks, no unit in brackets. */
const folded = (text: string) =>
  halfWidth(text)
    .replace(/[\s*＊:：]+/g, '')
    .replace(/\(.*\)$/, '')
    .toLowerCase()

const otherHeadings = {
  longitude: ['lng', 'lon', 'longitude', '东经', '坐标', '经纬度'],
  latitude: ['lat', 'latitude', '北纬'],
}

/** Everything a column may be headed, the surest first. */
const headingsOf = (column: SheetColumn): string[] =>
  [
    column.heading,
    column.name,
    ...(column.refersTo === 'towns' ? [column.title.replace(/代码$/, ''), '所属镇街'] : []),
    ...(column.axis ? otherHeadings[column.axis] : []),
  ].map(folded)

/** The headings of a row, with those of a group in the row above before each of its parts. */
function rowHeadings(rows: readonly GridCell[][], index: number): string[] {
  const own = rows[index] ?? []
  const above = rows[index - 1] ?? []
  let group = ''
  return Array.from({ length: Math.max(own.length, above.length) }, (_, column) => {
    const text = textOf(own[column]).trim()
    group = textOf(above[column]).trim() || group
    return text
  })
}

/** The headings where one row names groups and the next their parts. */
function groupedHeadings(rows: readonly GridCell[][], index: number): string[] {
  const above = rows[index - 1] ?? []
  let group = ''
  return rowHeadings(rows, index).map((text, column) => {
    group = textOf(above[column]).trim() || group
    if (text === '') return textOf(above[column]).trim()
    return group === '' || group === text ? text : `${group}·${text}`
  })
}

/** How many rows from the top a heading is looked for: above it may stand a title and a date. */
const deepestHeading = 10

interface Heading {
  /** The first row below. */
  firstRow: number
  texts: string[]
  matched: number
}

function countMatches(sheet: RecordSheet, texts: readonly string[]): number {
  const known = new Set(sheet.columns.flatMap(headingsOf))
  return new Set(texts.map(folded).filter((text) => known.has(text))).size
}

/** The row that matches most columns; undefined where none matches. */
function findHeading(sheet: RecordSheet, { rows }: Grid): Heading | undefined {
  const candidates = rows.slice(0, deepestHeading).flatMap((_, index) => {
    const plain = rowHeadings(rows, index)
    const grouped = index > 0 ? [groupedHeadings(rows, index)] : []
    return [plain, ...grouped].map((texts) => ({
      firstRow: index + 1,
      texts,
      matched: countMatches(sheet, texts),
    }))
  })
  const best = candidates.reduce(
    (a, b) => (b.matched > a.matched ? b : a),
    candidates[0] as Heading,
  )
  return best && best.matched > 0 ? best : undefined
}

/** A sheet that has fewer known headings is taken for a list only if it has all of the list's. */
const fewest = 3

/** How well a sheet of a file fits a list of records: above 1 by its name, else the share of its headings that the list knows. */
export function fitOf(sheet: RecordSheet, grid: Grid): number {
  if (grid.title !== null && folded(grid.title) === folded(sheet.title)) return 2
  const heading = findHeading(sheet, grid)
  if (!heading || heading.matched < Math.min(fewest, sheet.columns.length)) return 0
  const inner = sheet.outer
    ? innerHeadings.filter((text) => heading.texts.some((each) => folded(each) === folded(text)))
    : []
  if (sheet.outer && inner.length === 0) return 0
  const named = heading.texts.filter((text) => text !== '').length
  const known = heading.matched + inner.length
  // Of two lists that know as many, the one that has fewer others is meant.
  return (known / Math.max(named, 1)) * (0.95 + 0.05 * (heading.matched / sheet.columns.length))
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
    const near = nearestName(
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
