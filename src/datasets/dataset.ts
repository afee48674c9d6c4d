import { z } from 'zod'
import { unwrap } from '../documents/fields.ts'
import { fieldRoles } from '../schemas/field.ts'
import { absenceOf, nullsOf } from './absence.ts'

/** A value as downloads carry it; null stands for what is absent, in the sense of its column. */
export type DatasetValue = string | number | null

/** One column of a dataset: its name in files, its title on pages, and how to read it off a record. */
export interface Column<Row> {
  name: string
  title: string
  type: 'string' | 'integer' | 'number'
  description: string
  /** What null says in this column: 未公布, or that there is none, it is not known, not supplied. */
  absent: string
  value: (row: Row) => DatasetValue
}

/** One indicator or record set as pages, CSV, JSON and the data package show it. */
export interface Dataset {
  name: string
  title: string
  /** Indicator id of the number of records the source states, if it states one. */
  stated: string | null
  columns: Column<never>[]
  /** Name of the column that tells its rows apart, if one does. */
  key: string | null
  /** Names of the columns the page shows, the row's header first; the files hold every column. */
  shown: string[]
  /** One row per record, in the order of the columns. */
  rows: DatasetValue[][]
  /** What null says in the records' fields, by path. */
  nulls: Record<string, string>
  /** The records as they are kept, for JSON. */
  records: unknown[]
}

type Picker<Row> = (row: Row) => DatasetValue | readonly unknown[] | object | undefined

/** Titles of a dataset's columns by field; a field with a picker is computed (from the field of its name, or the one named after it), others are read from the record. */
export type ColumnTitles<Row> = Record<
  string,
  string | [title: string, pick: Picker<Row>, from?: string]
>

function toValue(value: ReturnType<Picker<never>>): DatasetValue {
  if (value === null || value === undefined) return null
  if (Array.isArray(value)) return value.map((item) => toValue(item)).join('；')
  if (typeof value === 'object')
    return Object.values(value)
      .map(toValue)
      .filter((item) => item !== null)
      .join('，')
  return value as string | number
}

/** The type of the column read off a field: a pair of degrees gives numbers, what is put in words strings. */
function typeOf(schema: z.core.$ZodType | undefined): Column<never>['type'] {
  const bare = schema && unwrap(schema)
  if (bare instanceof z.ZodTuple) return typeOf(bare.def.items[0])
  if (!(bare instanceof z.ZodNumber)) return 'string'
  return bare.format === 'safeint' ? 'integer' : 'number'
}

const isKey = (schema: z.core.$ZodType | undefined) =>
  schema !== undefined && fieldRoles.get(schema)?.role === 'key'

/** A dataset of records that share a zod schema, whose field sentences become the columns' descriptions. */
export function describeDataset<Row extends object>(
  options: {
    name: string
    title: string
    stated?: string
    schema: z.ZodObject
    titles: ColumnTitles<Row>
    shown?: string[]
    /** Fields that no file has a column for: they only serve to lay a page out. */
    leftOut?: string[]
  },
  records: readonly Row[],
): Dataset {
  const read = Object.entries(options.titles).map(([name, entry]) =>
    typeof entry === 'string' ? name : (entry[2] ?? name),
  )
  const missed = Object.keys(options.schema.shape).filter(
    (field) => !read.includes(field) && !options.leftOut?.includes(field),
  )
  if (missed.length > 0)
    throw new Error(`数据集“${options.name}”没有这些属性的栏：${missed.join('、')}`)
  const columns = Object.entries(options.titles).map(([name, entry]) => {
    const [title, pick, from = name] =
      typeof entry === 'string'
        ? ([entry, (row: Row) => row[name as keyof Row] as DatasetValue] as const)
        : entry
    const description =
      (options.schema.shape[name] as z.ZodType | undefined)?.description ?? `${title}。`
    return {
      name,
      title,
      type: typeOf(options.schema.shape[from]),
      description,
      absent: absenceOf(options.schema.shape[from]),
      value: (row: Row) => toValue(pick(row)),
    } satisfies Column<Row>
  })
  return {
    name: options.name,
    title: options.title,
    stated: options.stated ?? null,
    columns,
    key: columns.find(({ name }) => isKey(options.schema.shape[name]))?.name ?? null,
    shown: options.shown ?? columns.map(({ name }) => name).filter((name) => name !== 'id'),
    rows: records.map((row) => columns.map((column) => column.value(row))),
    nulls: nullsOf(options.schema),
    records: [...records],
  }
}
