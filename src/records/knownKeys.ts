import { fieldsOf } from '../documents/fields.ts'
import type { RegisterName } from '../schemas/field.ts'
import type { Registers } from './registers.ts'

/** The keys that references can point at, by register; a register that could not be read is absent. */
export type KnownKeys = ReadonlyMap<RegisterName, ReadonlySet<string>>

/** Collects the keys of every register; `chapters` are the chapters that have a file. */
export function knownKeys(registers: Registers, chapters: Iterable<string> | undefined): KnownKeys {
  const known = new Map<RegisterName, ReadonlySet<string>>()
  for (const { name, schema, document } of registers.byName.values()) {
    const keys = new Set(document.salvagedKeys)
    for (const { role, value } of fieldsOf(schema, document.value)) {
      if (role.role === 'key' && typeof value === 'string') keys.add(value)
    }
    known.set(name as RegisterName, keys)
  }
  if (chapters) known.set('chapters', new Set(chapters))
  return known
}
