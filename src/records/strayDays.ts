import { problemAt } from '../documents/document.ts'
import { fieldsOf } from '../documents/fields.ts'
import type { Problem } from '../documents/problem.ts'
import type { Registers } from './registers.ts'

/** Days on which something was done outside the edition's year: most are slips of the pen, some are right. */
export function strayDays({ year, byName }: Registers): Problem[] {
  return [...byName.values()].flatMap(({ schema, document }) =>
    [...fieldsOf(schema, document.value)].flatMap(({ role, value, path }) => {
      if (role.role !== 'day' || typeof value !== 'string' || !document.isWhole(path)) return []
      if (!/^\d{4}-/.test(value) || value.startsWith(`${year}-`)) return []
      return problemAt(document, path, {
        found: `日期 ${value}`,
        expected: `${year} 年的一天`,
        hint: '年份写错了就改；确是那一天，不用改',
      })
    }),
  )
}
