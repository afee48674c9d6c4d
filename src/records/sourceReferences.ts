import { type Document, type Path, valueAt } from '../documents/document.ts'
import { fieldsOf } from '../documents/fields.ts'
import { type SourceReference, sourceReferenceSchema } from '../schemas/observation.ts'
import type { Registers } from './registers.ts'

/** A valid source reference with its position. */
export interface WrittenReference {
  source: SourceReference
  path: Path
  document: Document
}

/** Every valid source reference of an edition's files, in the order of the files. */
export function sourceReferences(registers: Registers): WrittenReference[] {
  return [...registers.byName.values()].flatMap(({ schema, document }) =>
    [...fieldsOf(schema, document.value)].flatMap(({ role, path }) => {
      if (role.role !== 'reference' || role.to !== 'sources' || path.at(-1) !== 'document')
        return []
      const at = path.slice(0, -1)
      const { data: source } = sourceReferenceSchema.safeParse(valueAt(document.value, at))
      return source ? [{ source, path: at, document }] : []
    }),
  )
}
