import { z } from 'zod'
import { type Path, valueAt } from '../documents/document.ts'
import { isDefaulted, isNullable, isOptional, unwrap } from '../documents/fields.ts'

/** A value that the sheet does not tell: there is no such column, or it is read from elsewhere. */
export const untold = Symbol('untold')

/** The values that the cells of a row give, by the names of their columns; undefined where a cell is blank. */
export type CellValues = ReadonlyMap<string, unknown>

const blank = Symbol('blank')

/** What a record says where its cell is blank, undefined where it says nothing; `report` hears of what may not be blank. */
function blankValue(schema: z.core.$ZodType, old: unknown, report: () => void): unknown {
  const isEmpty = old === null || (Array.isArray(old) && old.length === 0)
  if (isEmpty && schema instanceof z.ZodType && schema.safeParse(old).success) return old
  if (old === undefined && isOptional(schema) && !isDefaulted(schema)) return undefined
  if (isNullable(schema)) return null
  if (isOptional(schema)) return undefined
  if (unwrap(schema) instanceof z.ZodArray) return []
  report()
  return undefined
}

/** Puts a record together from its cells. */
class Assembly {
  readonly cells: CellValues
  readonly report: (path: Path) => void

  constructor(cells: CellValues, report: (path: Path) => void) {
    this.cells = cells
    this.report = report
  }

  private leaf(path: Path, old: unknown): unknown {
    const name = path.join('.')
    const value = this.cells.has(name) ? this.cells.get(name) : untold
    if (value === untold) return old === undefined ? blank : old
    return value === undefined ? blank : value
  }

  private tuple(schema: z.ZodTuple, path: Path, old: unknown): unknown {
    const values = schema.def.items.map((_, index) =>
      this.leaf([...path, index], valueAt(old, [index])),
    )
    if (values.every((value) => value === blank)) return blank
    for (const [index, value] of values.entries())
      if (value === blank) this.report([...path, index])
    return values.map((value) => (value === blank ? null : value))
  }

  private object(schema: z.ZodObject, path: Path, old: unknown, isSure: boolean): unknown {
    const values = Object.entries(schema.shape).map(
      ([key, inner]) =>
        [
          key,
          inner as z.ZodType,
          this.value(inner as z.ZodType, [...path, key], valueAt(old, [key])),
        ] as const,
    )
    if (!isSure && values.every(([, , value]) => value === blank)) return blank
    const entries = values.flatMap(([key, inner, value]) => {
      const before = valueAt(old, [key])
      // A field that the record was written without stays unwritten while its cell is blank.
      const isUnwritten = typeof old === 'object' && old !== null && !Object.hasOwn(old, key)
      if (value === blank && isUnwritten && isDefaulted(inner)) return []
      const told =
        value === blank ? blankValue(inner, before, () => this.report([...path, key])) : value
      return told === undefined ? [] : [[key, told] as const]
    })
    return Object.fromEntries(entries)
  }

  value(schema: z.ZodType, path: Path, old: unknown): unknown {
    const bare = unwrap(schema)
    if (bare instanceof z.ZodObject) {
      const isSure = !isNullable(schema) && !isOptional(schema)
      return this.object(bare, path, old, isSure)
    }
    if (bare instanceof z.ZodTuple) return this.tuple(bare, path, old)
    return this.leaf(path, old)
  }
}

/**
 * A record as its cells tell it: what no cell tells stays as it was, what is blank becomes null, is left out, or is
 * reported when there has to be something.
 */
export function assembleRecord(
  schema: z.ZodObject,
  old: unknown,
  cells: CellValues,
  report: (path: Path) => void,
): unknown {
  return new Assembly(cells, report).value(schema, [], old)
}
