import { valueAt } from '../documents/document.ts'
import { fieldsOf } from '../documents/fields.ts'
import { plainCopy } from '../facts/copy.ts'
import { type Edition, editionSchema } from '../sets/edition.ts'

/** An edition whose copy holds words where it had placeholders, as files carry it; throws on an unknown placeholder. */
export function plainEdition(edition: Edition): Edition {
  const plain = structuredClone(edition)
  for (const { role, value, path } of fieldsOf(editionSchema, edition)) {
    const key = path.at(-1)
    if (role.role !== 'copy' || typeof value !== 'string' || key === undefined) continue
    const record = valueAt(plain, path.slice(0, -1)) as Record<PropertyKey, unknown>
    record[key] = plainCopy(value, edition)
  }
  return plain
}
