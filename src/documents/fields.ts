import { z } from 'zod'
import { type FieldRole, fieldRoles } from '../schemas/field.ts'
import type { Path } from './document.ts'

/** A value as written, with the role its schema gives it. */
export interface Field {
  role: FieldRole
  value: unknown
  path: Path
}

const isWrapper = (
  schema: z.core.$ZodType,
): schema is z.ZodNullable | z.ZodOptional | z.ZodDefault =>
  schema instanceof z.ZodNullable ||
  schema instanceof z.ZodOptional ||
  schema instanceof z.ZodDefault

/** The schema inside wrappers such as `nullable`. */
export function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  return isWrapper(schema) ? unwrap(schema.unwrap()) : schema
}

/** Whether a field may be null, whatever other wrappers its schema has. */
export const isNullable = (schema: z.core.$ZodType): boolean =>
  schema instanceof z.ZodNullable || (isWrapper(schema) && isNullable(schema.unwrap()))

/** Whether a field may be left out without a value to take its place. */
export const isOptional = (schema: z.core.$ZodType): boolean =>
  schema instanceof z.ZodOptional ||
  (schema instanceof z.ZodNullable && isOptional(schema.unwrap()))

/** Whether a field that is left out has a value all the same. */
export const isDefaulted = (schema: z.core.$ZodType): boolean =>
  schema instanceof z.ZodDefault ||
  ((schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) &&
    isDefaulted(schema.unwrap()))

function innerSchema(schema: z.core.$ZodType, key: PropertyKey): z.core.$ZodType | undefined {
  const { bare } = known(schema)
  if (bare instanceof z.ZodObject)
    return Object.hasOwn(bare.shape, key) ? bare.shape[key as string] : undefined
  if (bare instanceof z.ZodArray) return bare.element
  if (bare instanceof z.ZodTuple) return bare.def.items[key as number]
  return undefined
}

/** The schema at a path, undefined where the schema has none. */
export function schemaAt(schema: z.core.$ZodType, path: Path): z.core.$ZodType | undefined {
  return path.reduce<z.core.$ZodType | undefined>(
    (outer, key) => outer && innerSchema(outer, key),
    schema,
  )
}

/** What a schema is inside its wrappers, and its role: a list asks for those of its few fields again for every record. */
const inside = new WeakMap<
  z.core.$ZodType,
  { bare: z.core.$ZodType; role: FieldRole | undefined }
>()

function known(schema: z.core.$ZodType) {
  const before = inside.get(schema)
  if (before) return before
  const bare = unwrap(schema)
  const found = { bare, role: fieldRoles.get(bare) }
  inside.set(schema, found)
  return found
}

/** Every written field that has a role, in the order of the file; values of a wrong type are skipped. */
export function* fieldsOf(
  schema: z.core.$ZodType,
  value: unknown,
  path: Path = [],
): Generator<Field> {
  const { bare, role } = known(schema)
  if (role) yield { role, value, path }
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    const step = Array.isArray(value) ? Number(key) : key
    const innerOf = innerSchema(bare, step)
    if (innerOf) yield* fieldsOf(innerOf, inner, [...path, step])
  }
}

/** The sentence that describes a field, from its schema or the one inside it. */
export function describeField(schema: z.core.$ZodType | undefined): string | undefined {
  if (!schema) return undefined
  const own = z.globalRegistry.get(schema)?.description
  const bare = unwrap(schema)
  return own ?? (bare === schema ? undefined : describeField(bare))
}

/** What a field's schema says of it for readers and for those who fill it in. */
export interface FieldMetadata {
  title?: string
  unit?: string
  description?: string
  /** The word for each of its values, wherever they are shown. */
  words?: Record<string, string>
  /** The word for each of its values where one is chosen, when pages show them otherwise. */
  choices?: Record<string, string>
  /** Other words that people choose its values by. */
  aliases?: Readonly<Record<string, readonly string[]>>
  /** A text that is a time, and how exactly it tells it. */
  calendar?: 'day' | 'month' | 'yearOrMonth'
  /** A number that is one of the two degrees of a place. */
  axis?: 'longitude' | 'latitude'
}

/** The metadata of a field, what is said of it inside wrappers such as `nullable` included. */
export function metadataOf(schema: z.core.$ZodType): FieldMetadata {
  const own = z.globalRegistry.get(schema) as FieldMetadata | undefined
  return { ...(isWrapper(schema) ? metadataOf(schema.unwrap()) : undefined), ...own }
}
