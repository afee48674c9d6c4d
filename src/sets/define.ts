import type { z } from 'zod'
import type { Document, Path } from '../documents/document.ts'
import type { Problem } from '../documents/problem.ts'
import type { Observation } from '../schemas/observation.ts'

/** An observation that is valid on its own, with where it was written. */
export interface WrittenObservation {
  observation: Observation
  path: Path
  document: Document
}

/** The file of a record set as it was written, with what else its checks may look at. */
export interface WrittenSet {
  document: Document
  observations: readonly WrittenObservation[]
  /** A file that all editions share, undefined where it could not be read. */
  shared(name: 'towns'): Document | undefined
}

/** A column that is worked out from a record instead of read from one of its fields. */
export interface ComputedColumn<Row> {
  title: string
  /** The field whose place the column takes, and whose type and absence it has; else it follows `after`. */
  for?: string
  after?: string
  /** What null says in it, where it takes no field's place; 未公布 where it is not given. */
  absent?: string
  value(row: Row): string | number | null
}

/** Records whose number the source states: the id of the indicator that does, and those that are recorded. */
interface StatedRecords {
  stated: string
  records: readonly object[]
}

/** A table of records that pages and downloads show: a column for every field, titled by the `title` of the field's metadata. */
export interface RecordTable<File = never> {
  /** Of the files, and of the address on the data page. */
  name: string
  title: string
  record: z.ZodObject
  /** Its records, and the indicator that states their number where the source states one. */
  rows(file: File): readonly object[] | StatedRecords
  computed?: Record<string, ComputedColumn<never>>
  /** The columns that the data page shows, the row's header first; all but the id where it is not given. */
  shown?: readonly string[]
  /** Fields whose columns come after all others, in this order. */
  last?: readonly string[]
  /** Fields without a column: they only serve to lay a page out. */
  leftOut?: readonly string[]
}

/** A record set: one file of data/<year>/, which an edition may do without. */
export interface RecordSet<Schema extends z.ZodType = z.ZodType> {
  schema: Schema
  /** What a key of this set is called in messages, for sets that others refer to: 场次编号. */
  key?: string
  tables: readonly RecordTable<z.infer<Schema>>[]
  /** What is wrong in the file beyond its schema; what does not fit the schema is left to it. */
  check?(written: WrittenSet): Problem[]
}

/** A record set whose tables and checks are typed by its schema. */
export const defineSet = <Schema extends z.ZodType>(set: RecordSet<Schema>): RecordSet<Schema> =>
  set

/** A computed column typed by the record it is worked out from. */
export const computed = <Row>(column: ComputedColumn<Row>): ComputedColumn<never> => column

/** The records of a table, and the id of the indicator that states their number; null where none does. */
export function recordsOf<File>(
  table: RecordTable<File>,
  file: File,
): { stated: string | null; records: readonly object[] } {
  const rows = table.rows(file)
  return 'stated' in rows ? rows : { stated: null, records: rows }
}
