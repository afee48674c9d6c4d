import { lineOf, type Path, problemAt } from '../documents/document.ts'
import { fieldsOf } from '../documents/fields.ts'
import type { Problem } from '../documents/problem.ts'
import type { Registers } from './registers.ts'

/** Keys that occur twice in a list of records; each kind of key is checked separately. */
export function checkKeys(registers: Registers): Problem[] {
  const problems: Problem[] = []
  for (const { schema, document } of registers.byName.values()) {
    const first = new Map<string, Path>()
    for (const { role, value, path } of fieldsOf(schema, document.value)) {
      if (role.role !== 'key' || typeof value !== 'string') continue
      const key = `${path.slice(0, -2).join('/')} ${String(path.at(-1))} ${value}`
      const earlier = first.get(key)
      if (!earlier) {
        first.set(key, path)
        continue
      }
      const words = {
        found: `重复的“${value}”`,
        expected: `${String(path.at(-1))} 在这个列表里只出现一次`,
        hint: `第 ${lineOf(document, earlier)} 行已有同样的一条，改正其一，或删去其一`,
      }
      problems.push(problemAt(document, path, words))
    }
  }
  return problems
}
