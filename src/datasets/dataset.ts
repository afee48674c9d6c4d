import { z } from 'zod'
import { metadataOf, unwrap } from '../documents/fields.ts'
import { formatSource } from '../facts/source.ts'
import { fieldRoles } from '../schemas/field.ts'
import type { SourceReference } from '../schemas/observation.ts'
import type { SourceDocument } from '../schemas/sources.ts'
import { type ComputedColumn, type RecordTable, recordsOf } from '../sets/define.ts'
import { absenceOf, nullsOf } from './absence.ts'

/** A value as downloads carry it; null stands for what is absent, in the sense of its column. */
export type DatasetValue = string | number | null

/** One column of a dataset: its name in files, its title on pages, and how to read it off a record. */
export interface Column {
  name: string
  title: string
  /** What its numbers are counted in, where the title does not say so. */
  unit: string | null
  type: 'string' | 'integer' | 'number'
  description: string
  /** What null says in this column: 未公布, or that there is none, it is not known, not supplied. */
  absent: string
  value: (row: object) => DatasetValue
}

/** One indicator or record set as pages, CSV, JSON and the data package show it. */
export interface Dataset {
  name: string
  title: string
  /** Indicator id of the number of records the source states, if it states one. */
  stated: string | null
  columns: Column[]
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

/** What the title of a column is followed by where its unit is to be said: 时限（天）. */
export const headingOf = ({ title, unit }: Pick<Column, 'title' | 'unit'>): string =>
  unit === null || title.endsWith(unit) ? title : `${title}（${unit}）`

function toValue(value: unknown): DatasetValue {
  if (value === null || value === undefined) return null
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (Array.isArray(value)) return value.map((item) => toValue(item)).join('；')
  if (typeof value === 'object')
    return Object.values(value)
      .map(toValue)
      .filter((item) => item !== null)
      .join('，')
  return value as string | number
}

/** The type of the column read off a field: a pair of degrees gives numbers, what is put in words strings. */
function typeOf(schema: z.core.$ZodType | undefined): Column['type'] {
  const bare = schema && unwrap(schema)
  if (bare instanceof z.ZodTuple) return typeOf(bare.def.items[0])
  if (!(bare instanceof z.ZodNumber)) return 'string'
  return bare.format === 'safeint' ? 'integer' : 'number'
}

const roleOf = (schema: z.core.$ZodType | undefined) => schema && fieldRoles.get(unwrap(schema))

/** Whether a field holds a reference to a place in a source. */
function isSource(schema: z.core.$ZodType): boolean {
  const bare = unwrap(schema)
  if (!(bare instanceof z.ZodObject)) return false
  const role = roleOf(bare.shape.document)
  return role?.role === 'reference' && role.to === 'sources'
}

/** What is needed to word the records of a table. */
interface Words {
  sources: readonly SourceDocument[]
}

/** The column of a field; throws naming the field when its schema gives it no title. */
function fieldColumn(name: string, schema: z.ZodType, { sources }: Words): Column {
  const { title, unit = null, words, description } = metadataOf(schema)
  if (!title) throw new Error(`属性“${name}”的 schema 没有写 title`)
  const wordsOf = (value: unknown): DatasetValue => {
    if (value === null || value === undefined) return null
    if (isSource(schema)) return formatSource(value as SourceReference, sources)
    return words ? (words[String(value)] ?? null) : toValue(value)
  }
  return {
    name,
    title,
    unit,
    type: words ? 'string' : typeOf(schema),
    description: description ?? `${title}。`,
    absent: absenceOf(schema),
    value: (row) => wordsOf((row as Record<string, unknown>)[name]),
  }
}

function computedColumn(
  name: string,
  { title, for: field, absent, value }: ComputedColumn<never>,
  shape: z.ZodObject['shape'],
): Column {
  const schema = field === undefined ? undefined : (shape[field] as z.ZodType)
  return {
    name,
    title,
    unit: null,
    type: typeOf(schema),
    description: (shape[name] as z.ZodType | undefined)?.description ?? `${title}。`,
    absent: absent ?? absenceOf(schema),
    value: (row) => value(row as never),
  }
}

/** A column for every field of a table's records that is not left out, with the computed ones in their places. */
function columnsOf<File>(table: RecordTable<File>, words: Words): Column[] {
  const { shape } = table.record
  const extra = Object.entries(table.computed ?? {})
  const last = table.last ?? []
  const fields = [...Object.keys(shape).filter((field) => !last.includes(field)), ...last]
  return fields.flatMap((field) => {
    const instead = extra.filter(([, column]) => column.for === field)
    const after = extra.filter(([, column]) => column.after === field)
    const isOwn = instead.length === 0 && !table.leftOut?.includes(field)
    return [
      ...(isOwn ? [fieldColumn(field, shape[field] as z.ZodType, words)] : []),
      ...[...instead, ...after].map(([name, column]) => computedColumn(name, column, shape)),
    ]
  })
}

/** A table of records as a dataset; throws naming the field that has no title. */
export function describeDataset<File>(table: RecordTable<File>, file: File, words: Words): Dataset {
  const columns = columnsOf(table, words)
  const { stated, records } = recordsOf(table, file)
  return {
    name: table.name,
    title: table.title,
    stated,
    columns,
    key:
      columns.find(({ name }) => roleOf(table.record.shape[name] as z.ZodType)?.role === 'key')
        ?.name ?? null,
    shown: [...(table.shown ?? columns.map(({ name }) => name).filter((name) => name !== 'id'))],
    rows: records.map((row) => columns.map((column) => column.value(row))),
    nulls: nullsOf(table.record),
    records: [...records],
  }
}
