import { z } from 'zod'
import { absenceOf } from '../datasets/absence.ts'
import { headingOf } from '../datasets/dataset.ts'
import type { Path } from '../documents/document.ts'
import {
  type FieldMetadata,
  isNullable,
  isOptional,
  metadataOf,
  unwrap,
} from '../documents/fields.ts'
import { fieldRoles } from '../schemas/field.ts'

/** What the cells of a column hold. */
export type ColumnKind =
  | 'text'
  | 'whole'
  | 'number'
  | 'yesNo'
  | NonNullable<FieldMetadata['calendar']>

/** One column of a sheet: a value of a record that holds no other, wherever in the record it stands. */
export interface SheetColumn {
  path: Path
  heading: string
  /** Its path in the record: coordinates.0; other programs' files may name it so. */
  name: string
  /** Its title alone, without what it is a part of and without its unit. */
  title: string
  kind: ColumnKind
  /** Whether a cell holds several values, a line each. */
  isList: boolean
  unit: string | null
  description: string
  /** What null says in it: 未公布, 无 where there simply is none. */
  absent: string
  isNullable: boolean
  /** Whether the record may do without it, when there is nothing to say. */
  mayBeLeftOut: boolean
  /** The label of each value that there is; empty where any may be. */
  choices: ReadonlyMap<string, string>
  /** Other words for its values. */
  aliases: Readonly<Record<string, readonly string[]>>
  /** The register that holds its values, or undefined. */
  refersTo: string | undefined
  isKey: boolean
  /** Whether it holds the day on which something was done. */
  isDay: boolean
  axis: FieldMetadata['axis']
  schema: z.core.$ZodType
}

/** Records kept in a field of another record. */
export interface InnerList {
  path: Path
  title: string
  record: z.ZodObject
  isNullable: boolean
  mayBeLeftOut: boolean
}

function kindOf(schema: z.core.$ZodType, name: string): ColumnKind {
  const bare = unwrap(schema)
  if (bare instanceof z.ZodNumber) return bare.format === 'safeint' ? 'whole' : 'number'
  if (bare instanceof z.ZodBoolean) return 'yesNo'
  if (bare instanceof z.ZodEnum) return 'text'
  if (bare instanceof z.ZodString) return metadataOf(schema).calendar ?? 'text'
  if (bare instanceof z.ZodURL) return 'text'
  throw new Error(`属性“${name}”是工作簿还不能写的类型 ${bare._zod.def.type}`)
}

function choicesOf(schema: z.core.$ZodType): Map<string, string> {
  const bare = unwrap(schema)
  if (!(bare instanceof z.ZodEnum)) return new Map()
  const { choices, words } = metadataOf(schema)
  const labels = choices ?? words ?? {}
  return new Map(bare.options.map((option) => [String(option), labels[option] ?? String(option)]))
}

/** What a column takes from the objects it stands in: their titles, and whether there may be none of them. */
interface Around {
  path: Path
  titles: string[]
  isNullable: boolean
  mayBeLeftOut: boolean
}

function columnOf(schema: z.core.$ZodType, { path, titles, ...around }: Around): SheetColumn {
  const bare = unwrap(schema)
  const isList = bare instanceof z.ZodArray
  const value = isList ? bare.element : schema
  const name = path.join('.')
  const { title, unit = null, axis, description } = metadataOf(schema)
  if (!title) throw new Error(`属性“${name}”的 schema 没有写 title`)
  const role = fieldRoles.get(unwrap(value))
  return {
    path,
    name,
    title,
    heading: headingOf({ title: [...titles, title].join('·'), unit }),
    kind: kindOf(value, name),
    isList,
    unit,
    description: description ?? `${title}。`,
    absent: absenceOf(schema),
    isNullable: around.isNullable || isNullable(schema),
    mayBeLeftOut: around.mayBeLeftOut || isOptional(schema),
    choices: choicesOf(value),
    aliases: metadataOf(schema).aliases ?? {},
    refersTo: role?.role === 'reference' ? role.to : undefined,
    isKey: role?.role === 'key' && !isList,
    isDay: role?.role === 'day',
    axis,
    schema,
  }
}

/** A column for every value of a record, objects inside it taken apart, and the lists of records that it holds. */
export function describeRecord(
  record: z.ZodObject,
  around: Around = { path: [], titles: [], isNullable: false, mayBeLeftOut: false },
): { columns: SheetColumn[]; lists: InnerList[] } {
  const columns: SheetColumn[] = []
  const lists: InnerList[] = []
  for (const [name, schema] of Object.entries(record.shape) as [string, z.ZodType][]) {
    const bare = unwrap(schema)
    const { title } = metadataOf(schema)
    const inside = {
      path: [...around.path, name],
      titles: title ? [...around.titles, title] : around.titles,
      isNullable: around.isNullable || isNullable(schema),
      mayBeLeftOut: around.mayBeLeftOut || isOptional(schema),
    }
    if (bare instanceof z.ZodArray && unwrap(bare.element) instanceof z.ZodObject) {
      const { path, isNullable, mayBeLeftOut } = inside
      const record = unwrap(bare.element) as z.ZodObject
      lists.push({ path, title: inside.titles.join('·'), record, isNullable, mayBeLeftOut })
    } else if (bare instanceof z.ZodObject) {
      const inner = describeRecord(bare, inside)
      columns.push(...inner.columns)
      lists.push(...inner.lists)
    } else if (bare instanceof z.ZodTuple) {
      for (const [index, item] of bare.def.items.entries())
        columns.push(columnOf(item, { ...inside, path: [...inside.path, index] }))
    } else {
      columns.push(columnOf(schema, { ...inside, path: inside.path, titles: around.titles }))
    }
  }
  return { columns, lists }
}
