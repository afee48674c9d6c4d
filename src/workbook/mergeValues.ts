import { isDeepStrictEqual } from 'node:util'
import { type Path, valueAt } from '../documents/document.ts'
import { assembleRecord, untold } from './assemble.ts'
import { addressOf, type Grid, isBlank } from './book.ts'
import { type Change, shownValue } from './change.ts'
import type { CellPlace } from './mergeFile.ts'
import type { CellContext } from './readCell.ts'
import { readAgain, type SheetReport } from './readRows.ts'
import { valuesHeadings } from './sheetNames.ts'
import { type FileSheets, workbookFiles } from './sheets.ts'

/** The values beside the records, as the sheet of them tells them. */
export interface ToldValues {
  /** By file, the values by the names of their columns. */
  byFile: Map<string, Map<string, unknown>>
  /** By file and name of the value, the cell that tells it. */
  places: Map<string, CellPlace>
}

const nameOf = (file: string, column: string) => `${file}.${column}`

/** Reads the sheet of values; what it names that there is not, and what cannot be read, is reported. */
export function readToldValues(
  grid: Grid,
  old: ReadonlyMap<string, unknown>,
  context: CellContext,
  report: SheetReport,
): ToldValues {
  const told: ToldValues = { byFile: new Map(), places: new Map() }
  const [nameHeading, , , contentHeading] = valuesHeadings
  const heading = grid.rows.findIndex((row) => row.some(({ value }) => value === contentHeading))
  const columnOf = (text: string) =>
    (grid.rows[heading] ?? []).findIndex(({ value }) => value === text)
  const [nameColumn, contentColumn] = [columnOf(nameHeading), columnOf(contentHeading)]
  if (nameColumn < 0 || contentColumn < 0) {
    const expected = `“${nameHeading}”“${contentHeading}”两栏`
    report.problems.push({
      sheet: grid.title,
      cell: 'A1',
      found: '没有栏名的表',
      expected,
      hint: '照导出的工作簿写上栏名',
    })
    return told
  }
  const known = new Map(
    workbookFiles.flatMap(({ file, values }) =>
      values.map((column) => [nameOf(file, column.name), { file, column }] as const),
    ),
  )
  for (const [index, row] of grid.rows.entries()) {
    if (index <= heading || isBlank(row[nameColumn])) continue
    const name = String(row[nameColumn]?.value).trim()
    const at = { sheet: grid.title, cell: addressOf(index, contentColumn) }
    const { file, column } = known.get(name) ?? {}
    if (!file || !column) {
      const words = {
        found: `不认识的属性“${name}”`,
        expected: '导出时就有的属性',
        hint: '“属性”一栏不要改，这里也不能添行',
      }
      report.problems.push({ sheet: grid.title, cell: addressOf(index, nameColumn), ...words })
      continue
    }
    if (!old.has(file)) continue
    const before = valueAt(old.get(file), column.path)
    const read = readAgain(column, row[contentColumn], before, context, null)
    if ('problem' in read) report.problems.push({ ...at, ...read.problem })
    const values = told.byFile.get(file) ?? new Map<string, unknown>()
    values.set(column.name, 'problem' in read ? untold : read.value)
    told.byFile.set(file, values)
    told.places.set(name, at)
  }
  return told
}

/** The cell that tells a value beside the records. */
export function placeOfValue(
  { file, values }: FileSheets,
  path: Path,
  told: ToldValues,
): CellPlace | undefined {
  const column =
    values.find((each) => each.path.every((step, index) => step === path[index])) ??
    values.find((each) => path.every((step, index) => step === each.path[index]))
  return column && told.places.get(nameOf(file, column.name))
}

/** A file with the values beside its records as the sheet tells them. */
export function mergeValues(
  { file, title, whole, values }: FileSheets,
  old: unknown,
  told: ToldValues,
  context: CellContext,
  report: SheetReport,
): { value: unknown; changes: Change[] } {
  const cells = told.byFile.get(file)
  if (!whole || !cells) return { value: old, changes: [] }
  const missing = (path: Path) => {
    const name = path.join('.')
    const place = told.places.get(nameOf(file, name))
    const heading = values.find((column) => column.name === name)?.heading ?? name
    if (place)
      report.problems.push({
        ...place,
        found: '空着的格子',
        expected: `“${heading}”`,
        hint: '这一项不能空着；出处的几项要么都填，要么都空着',
      })
  }
  const value = assembleRecord(whole, old, cells, missing)
  if (isDeepStrictEqual(value, old)) return { value: old, changes: [] }
  const changes = values.flatMap((column): Change[] => {
    const [from, to] = [old, value].map((each) => shownValue(column, each, context.names)) as [
      string,
      string,
    ]
    if (from === to) return []
    const { cell } = told.places.get(nameOf(file, column.name)) ?? {}
    return [
      {
        kind: 'changed',
        title,
        record: '总数与说明',
        heading: column.heading,
        from,
        to,
        ...(cell && { cell }),
      },
    ]
  })
  return { value, changes }
}
