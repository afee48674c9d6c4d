import { lineOf, type Path, problemAt } from './document.ts'
import { fieldsOf } from './fields.ts'
import type { Problem } from './problem.ts'
import type { Registers } from './registers.ts'

/** Keys that occur twice in one list of records. */
export function checkKeys(registers: Registers): Problem[] {
  const problems: Problem[] = []
  for (const { schema, document } of registers.byName.values()) {
    const first = new Map<string, Path>()
    for (const { role, value, path } of fieldsOf(schema, document.value)) {
      if (role.role !== 'key' || typeof value !== 'string') continue
      const list = path.slice(0, -2).join('/')
      const earlier = first.get(`${list} ${value}`)
      if (!earlier) {
        first.set(`${list} ${value}`, path)
        continue
      }
      const words = {
        found: `重复的“${value}”`,
        expected: `${String(path.at(-1))} 在这个列表里只出现一次`,
        hint: `第 ${lineOf(document, earlier)} 行已有同样的一条，改成别的编号或删去其一`,
      }
      problems.push(problemAt(document, path, words))
    }
  }
  return problems
}
