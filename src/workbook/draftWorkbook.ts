import { type Path, valueAt } from '../documents/document.ts'
import { cellContent, recordCells } from './cellContent.ts'
import { Choices, choicesFor, choosableRows } from './choices.ts'
import type { SheetColumn } from './columns.ts'
import { cellExample, explainColumn } from './explainColumn.ts'
import { draftGuide } from './guide.ts'
import { innerHeadings, valuesHeadings, valuesTitle } from './sheetNames.ts'
import { type FileSheets, type RecordSheet, workbookFiles } from './sheets.ts'
import type { WorkbookSource } from './workbookSource.ts'
import type { DraftColumn, DraftSheet } from './writeXlsx.ts'

/** The records of a sheet as they are kept, inner ones with the key and the place that they stand at. */
export function sheetRecords(
  sheet: RecordSheet,
  file: unknown,
): { record: unknown; outer?: string; place?: number }[] {
  const { outer, path } = sheet
  const listAt = (value: unknown, at: Path) => (valueAt(value, at) ?? []) as unknown[]
  if (!outer) return listAt(file, path).map((record) => ({ record }))
  return sheetRecords(outer, file).flatMap(({ record }) =>
    listAt(record, path).map((inner, index) => ({
      record: inner,
      outer: String(valueAt(record, outer.key?.path ?? [])),
      place: index + 1,
    })),
  )
}

const formatOf = ({ kind, isList }: SheetColumn): DraftColumn['format'] => {
  if (isList) return 'text'
  if (kind === 'day') return 'date'
  return kind === 'whole' || kind === 'number' ? 'number' : 'text'
}

/** Characters that a text takes: a Han character two. */
const widthOf = (text: string) => text.replace(/[^\p{ASCII}]/gu, 'xx').length

function draftColumn(
  column: SheetColumn,
  contents: readonly unknown[],
  source: WorkbookSource,
  choices: Choices,
): DraftColumn {
  const example = cellExample(column, contents, source.names)
  const range = choicesFor(column, source, choices)
  const longest = Math.max(...contents.slice(0, 50).map((value) => widthOf(String(value ?? ''))), 0)
  return {
    heading: column.heading,
    width: Math.min(44, Math.max(12, widthOf(column.heading) + 4, longest + 2)),
    format: formatOf(column),
    note: [...explainColumn(column), ...(example ? [`例：${example}`] : [])].join('\n'),
    wraps: longest > 42 || column.isList,
    ...(range && { choices: range }),
    ...(column.refersTo === 'towns' && { refusal: '从单子里选镇街，或者写镇街的名称、九位代码' }),
  }
}

/** A sheet of records, with room below for more. */
function draftRecords(
  sheet: RecordSheet,
  source: WorkbookSource,
  choices: Choices,
  { blankRows, isEmpty }: { blankRows: number; isEmpty: boolean },
): DraftSheet {
  const records = sheetRecords(sheet, source.values.get(sheet.file))
  const columns = sheet.columns.map((column) =>
    draftColumn(
      column,
      records.map(({ record }) => valueAt(record, column.path)),
      source,
      choices,
    ),
  )
  const { outer } = sheet
  const inner: DraftColumn[] = outer
    ? [
        {
          heading: innerHeadings[0],
          width: 18,
          format: 'text',
          note: `工作表“${outer.title}”里它属于哪一条，写那一条的编号。`,
          choices: {
            sheet: outer.title,
            column: outer.columns.indexOf(outer.key as SheetColumn),
            length: choosableRows,
          },
        },
        {
          heading: innerHeadings[1],
          width: 8,
          format: 'number',
          note: '在那一条里排第几，从 1 起；不写就接在上一行后面。',
        },
      ]
    : []
  return {
    title: sheet.title,
    columns: [...inner, ...columns],
    rows: (isEmpty ? [] : records).map(({ record, outer, place }) => [
      ...(outer === undefined ? [] : [outer, place as number]),
      ...recordCells(sheet.columns, record, source.names),
    ]),
    blankRows,
    hasHeading: true,
  }
}

/** The sheet of the values that stand beside the records: totals, their sources, notes. */
function draftValues(files: readonly FileSheets[], source: WorkbookSource): DraftSheet {
  const text = (heading: string, width: number): DraftColumn => ({
    heading,
    width,
    format: 'text',
    wraps: width > 30,
  })
  const [name, data, item, content, help] = valuesHeadings
  return {
    title: valuesTitle,
    columns: [text(name, 30), text(data, 20), text(item, 30), text(content, 40), text(help, 50)],
    rows: files.flatMap(({ file, title, values }) =>
      values.map((column) => [
        `${file}.${column.name}`,
        title,
        column.heading,
        cellContent(column, valueAt(source.values.get(file), column.path), source.names),
        explainColumn(column).join(''),
      ]),
    ),
    hasHeading: true,
  }
}

/** The sheets of a workbook of an edition: a guide, every list of records, the values beside them, and what is chosen from. */
export function draftWorkbook(
  source: WorkbookSource,
  {
    only = () => true,
    blankRows = 50,
    isEmpty = false,
    more = [],
  }: {
    only?: (sheet: RecordSheet) => boolean
    blankRows?: number
    /** Without the records that there are. */
    isEmpty?: boolean
    more?: DraftSheet[]
  } = {},
): DraftSheet[] {
  const files = workbookFiles.filter(({ file }) => source.values.has(file))
  const choices = new Choices()
  const records = files.flatMap(({ sheets }) =>
    sheets
      .filter(only)
      .map((sheet) => draftRecords(sheet, source, choices, { blankRows, isEmpty })),
  )
  const whole = files.filter(({ sheets }) => sheets.every(only) && sheets.length > 0)
  const values = whole.length === files.length ? [draftValues(files, source)] : []
  const guide = draftGuide(records, source)
  return [guide, ...records, ...values, ...more, choices.sheet()]
}
