import { z } from 'zod'
import { unwrap } from '../documents/fields.ts'
import { undisclosed } from '../facts/wording.ts'
import { absences } from '../schemas/field.ts'

/** The word for what there simply is none of; files leave it empty. */
export const none = '无'

/** What null says in a field: 未公布 unless its schema says otherwise. */
export function absenceOf(schema: z.core.$ZodType | undefined): string {
  return (schema && absences.get(schema)?.word) ?? undisclosed
}

/** What null says in every field of a record that may be null, by the field's path. */
export function nullsOf(record: z.core.$ZodType, prefix = ''): Record<string, string> {
  const bare = unwrap(record)
  if (bare instanceof z.ZodArray) return nullsOf(bare.element, prefix)
  if (!(bare instanceof z.ZodObject)) return {}
  return Object.fromEntries(
    Object.entries<z.ZodType>(bare.shape).flatMap(([name, field]) => [
      ...(field.safeParse(null).success ? [[prefix + name, absenceOf(field)]] : []),
      ...Object.entries(nullsOf(field, `${prefix}${name}.`)),
    ]),
  )
}
