import { createHash } from 'node:crypto'
import { type Path, valueAt } from '../documents/document.ts'
import { cellContent, type KeyNames, recordCells } from './cellContent.ts'
import type { SheetColumn } from './columns.ts'
import { cellExample, explainColumn } from './explainColumn.ts'
import { type FileSheets, type RecordSheet, recordSheets, workbookFiles } from './sheets.ts'
import type { ChoiceRange, DraftColumn, DraftSheet } from './writeXlsx.ts'

/** The way workbooks are laid out; a workbook of a later way is not read by an earlier program. */
export const workbookFormat = 1

/** The names of the sheets that hold no records. */
export const guideTitle = '说明'
export const valuesTitle = '总数与说明'
export const choicesTitle = '选项'

/** The headings of the sheet of values beside the records: the first names the value, the fourth holds it. */
export const valuesHeadings = ['属性', '数据', '项目', '内容', '怎样填'] as const

/** The headings before those of a record that is kept inside another. */
export const innerHeadings = ['所属编号', '次序'] as const

/** The labels of the guide's first lines, by what stands beside them. */
export const guideLabels = { format: '工作簿格式', year: '版次', version: '数据版本' } as const

/** What a workbook is made of. */
export interface WorkbookSource {
  year: number
  title: string
  stamp: string | null
  /** What each file of the edition holds, by its name; a file that the edition lacks is absent. */
  values: ReadonlyMap<string, unknown>
  /** The keys of the registers that records refer to, each with its name where it has one. */
  names: KeyNames
  /** What the guide says to those who open the workbook, a line each. */
  advice: readonly string[]
}

/** A short sign of what the files hold: another one when anything has changed. */
export const dataVersion = (values: ReadonlyMap<string, unknown>): string =>
  createHash('sha256')
    .update(JSON.stringify([...values].sort(([a], [b]) => (a < b ? -1 : 1))))
    .digest('hex')
    .slice(0, 10)

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

/** The lists that cells are chosen from, each once. */
class Choices {
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
const choosableRows = 500

/** What a column is chosen from: its own values, the keys of a register, or those on another sheet of records. */
function choicesFor(
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

/** The first sheet: what this is, of which edition and version, and how every column is filled. */
function draftGuide(drafts: readonly DraftSheet[], source: WorkbookSource): DraftSheet {
  const help = drafts.flatMap(({ title, columns }) =>
    columns.map(({ heading, note = '' }) => [title, heading, note.replaceAll('\n', '')]),
  )
  return {
    title: guideTitle,
    columns: [24, 30, 90].map((width) => ({
      heading: '',
      width,
      format: 'text',
      wraps: width > 30,
    })),
    rows: [
      [source.title, null, null],
      ...(source.stamp ? [[source.stamp, null, null]] : []),
      [guideLabels.format, String(workbookFormat), null],
      [guideLabels.year, String(source.year), null],
      [guideLabels.version, dataVersion(source.values), null],
      [null, null, null],
      ...source.advice.map((line) => [line, null, null]),
      [null, null, null],
      ['工作表', '栏', '怎样填'],
      ...help,
    ],
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
