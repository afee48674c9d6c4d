import { lineOf, problemAt, valueAt } from '../documents/document.ts'
import { fieldsOf } from '../documents/fields.ts'
import type { Problem } from '../documents/problem.ts'
import { mostRecords } from '../facts/recorded.ts'
import { formatQuantity } from '../facts/wording.ts'
import type { Observation } from '../schemas/observation.ts'
import type { Registers } from './registers.ts'

/** Record sets that hold more records than the number their source states allows. */
export function checkCounts(registers: Registers, indicators: readonly Observation[]): Problem[] {
  return [...registers.byName.values()].flatMap(({ schema, document }) =>
    [...fieldsOf(schema, document.value)].flatMap(({ role, value, path }) => {
      if (role.role !== 'reference' || path.at(-1) !== 'stated') return []
      const recordsPath = [...path.slice(0, -1), 'records']
      const records = valueAt(document.value, recordsPath)
      const stated = indicators.find((indicator) => indicator.id === value)
      const maxRecords = stated && mostRecords(stated)
      if (!stated || maxRecords === undefined || !Array.isArray(records)) return []
      if (records.length <= maxRecords) return []
      const words = {
        found: `已登记 ${records.length} 条`,
        expected: `至多 ${maxRecords} 条（原文所述为${formatQuantity(stated)}）`,
        hint: `多出的从第 ${lineOf(document, [...recordsPath, maxRecords])} 行起；核对是否重复登记，或指标 ${stated.id} 是否要更新`,
      }
      return [problemAt(document, [...recordsPath, maxRecords], words)]
    }),
  )
}
