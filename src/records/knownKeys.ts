import { fieldsOf } from '../documents/fields.ts'
import type { Registers } from './registers.ts'

/** The keys that references can point at, by register; a register that could not be read is absent. */
export type KnownKeys = ReadonlyMap<string, ReadonlySet<string>>

/** Collects the keys of every register; `chapters` are the chapters that have a file. */
export function knownKeys(registers: Registers, chapters: Iterable<string> | undefined): KnownKeys {
  const known = new Map<string, ReadonlySet<string>>()
  for (const { name, schema, document } of registers.byName.values()) {
    const keys = new Set(document.salvagedKeys)
    for (const { role, value } of fieldsOf(schema, document.value)) {
      if (role.role === 'key' && typeof value === 'string') keys.add(value)
    }
    known.set(name, keys)
  }
  for (const name of registers.absent) known.set(name, new Set())
  if (chapters) known.set('chapters', new Set(chapters))
  return known
}
