import { z } from 'zod'
import type { Path } from '../documents/document.ts'
import { metadataOf, unwrap } from '../documents/fields.ts'
import { indicatorsSchema } from '../schemas/observation.ts'
import { recordSets } from '../sets/registry.ts'
import { describeRecord, type InnerList, type SheetColumn } from './columns.ts'

/** A list of records that has a sheet of its own. */
export interface RecordSheet {
  /** What `--dataset` calls it. */
  name: string
  /** The name of the sheet. */
  title: string
  /** The file of data/<year>/ that holds the records, without `.json`. */
  file: string
  /** Where the list stands: in the file, or in a record of the outer sheet. */
  path: Path
  record: z.ZodObject
  columns: SheetColumn[]
  /** The column that tells the records apart; undefined where their order does. */
  key?: SheetColumn
  /** The sheet of the records that hold these. */
  outer?: RecordSheet
  /** The list may be null, or absent, while there is nothing in it. */
  isNullable: boolean
  mayBeLeftOut: boolean
}

/** Everything of a file that a workbook holds: the values beside its lists of records, and its sheets. */
export interface FileSheets {
  file: string
  title: string
  /** An object whose lists have sheets and whose values stand beside them; undefined where the file is a list. */
  whole: z.ZodObject | undefined
  values: SheetColumn[]
  sheets: RecordSheet[]
}

/** What the records of a list are called on pages. */
interface Named {
  name: string
  title: string
  record: z.ZodObject
}

const keyOf = (columns: readonly SheetColumn[]) =>
  columns.find(({ isKey, path }) => isKey && path.length === 1)

function recordSheet(
  list: InnerList,
  named: Pick<RecordSheet, 'name' | 'title' | 'file'>,
  outer?: RecordSheet,
): RecordSheet[] {
  const { columns, lists } = describeRecord(list.record)
  if (outer && lists.length > 0) throw new Error(`${named.title} 里的记录套得太深`)
  // Rows of a list inside a record follow each other; what tells records of a file apart is a key.
  const key = outer ? undefined : keyOf(columns)
  if (!outer && !key) throw new Error(`${named.title} 的记录没有编号`)
  const { path, record, isNullable, mayBeLeftOut } = list
  const sheet = { ...named, path, record, columns, isNullable, mayBeLeftOut }
  const own: RecordSheet = { ...sheet, ...(key && { key }), ...(outer && { outer }) }
  return [
    own,
    ...lists.flatMap((inner) =>
      recordSheet(
        inner,
        {
          name: `${named.name}-${String(inner.path.at(-1))}`,
          title: `${named.title}·${inner.title}`,
          file: named.file,
        },
        own,
      ),
    ),
  ]
}

function fileSheets(file: string, schema: z.ZodType, tables: readonly Named[]): FileSheets {
  const bare = unwrap(schema)
  const isList = bare instanceof z.ZodArray
  const whole = isList ? z.strictObject({ '': schema }) : (bare as z.ZodObject)
  const { columns, lists } = describeRecord(whole)
  const sheets = lists.flatMap((list) => {
    const table = tables.find(({ record }) => record === list.record)
    const inner = { ...list, path: list.path.filter((step) => step !== '') }
    const last = String(inner.path.at(-1) ?? '')
    return recordSheet(inner, {
      name: table?.name ?? (last ? `${file}-${last}` : file),
      title: table?.title ?? list.title,
      file,
    })
  })
  const title = metadataOf(schema).title ?? sheets[0]?.title ?? file
  return { file, title, whole: isList ? undefined : whole, values: columns, sheets }
}

const indicatorTable = { name: 'indicators', title: '指标', record: indicatorsSchema.element }

/** The sheets of every file that a workbook holds, in their order: the indicators, then the record sets. */
export const workbookFiles: readonly FileSheets[] = [
  fileSheets('indicators', indicatorsSchema, [indicatorTable]),
  ...Object.entries(recordSets).map(([file, { schema, tables }]) =>
    fileSheets(file, schema, tables),
  ),
]

/** Every sheet of records, in the order of the workbook. */
export const recordSheets: readonly RecordSheet[] = workbookFiles.flatMap(({ sheets }) => sheets)
