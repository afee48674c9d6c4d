import type { z } from 'zod'
import { type Document, type Path, valueAt } from './document.ts'

/** The records of a list in a document that fit their schema, with their paths. */
export function validRecords<Schema extends z.ZodType>(
  document: Document | undefined,
  list: string,
  schema: Schema,
): { record: z.infer<Schema>; path: Path }[] {
  const records = document && valueAt(document.value, [list])
  if (!Array.isArray(records)) return []
  return records.flatMap((value, index) => {
    const parsed = schema.safeParse(value)
    return parsed.success ? [{ record: parsed.data, path: [list, index] }] : []
  })
}
