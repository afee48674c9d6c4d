import type { Grid, GridCell } from './book.ts'
import type { SheetColumn } from './columns.ts'
import { halfWidth } from './readNumber.ts'
import { innerHeadings } from './sheetNames.ts'
import type { RecordSheet } from './sheets.ts'

const textOf = (cell: GridCell | undefined) =>
  cell && typeof cell.value === 'string' ? cell.value : cell?.value ? String(cell.value) : ''

/** What is compared of a heading: no spaces, no marks, no unit in brackets. */
export const folded = (text: string) =>
  halfWidth(text)
    .replace(/[\s*＊:：]+/g, '')
    .replace(/\(.*\)$/, '')
    .toLowerCase()

const otherHeadings = {
  longitude: ['lng', 'lon', 'longitude', '东经', '坐标', '经纬度'],
  latitude: ['lat', 'latitude', '北纬'],
}

/** Whether a column counts the rows of a register, which is one step from 编号 but identifies nothing. */
export const isRowNumber = (text: string): boolean => /^(?:序号|序)$/.test(folded(text))

/** Everything a column may be headed, the surest first. */
export const headingsOf = (column: SheetColumn): string[] =>
  [
    column.heading,
    column.name,
    ...(column.refersTo === 'towns' ? [column.title.replace(/代码$/, ''), '所属镇街'] : []),
    ...(column.name === 'crs' ? ['坐标系'] : []),
    ...(column.axis ? otherHeadings[column.axis] : []),
  ].map(folded)

/** The headings of a row, as far as it or the row above it goes. */
function rowHeadings(rows: readonly GridCell[][], index: number): string[] {
  const [own = [], above = []] = [rows[index], rows[index - 1]]
  const width = Math.max(own.length, above.length)
  return Array.from({ length: width }, (_, column) => textOf(own[column]).trim())
}

/** The headings where one row names groups and the next their parts. */
function groupedHeadings(rows: readonly GridCell[][], index: number): string[] {
  const above = rows[index - 1] ?? []
  let group = ''
  return rowHeadings(rows, index).map((text, column) => {
    const own = textOf(above[column]).trim()
    group = own || group
    if (text === '') return own
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
export function findHeading(sheet: RecordSheet, { rows }: Grid): Heading | undefined {
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
