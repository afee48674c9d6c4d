import { z } from 'zod'
import { calendarDay } from './calendar.ts'
import { fieldRoles, reference } from './field.ts'
import { sourceReferenceSchema } from './observation.ts'

/** The identifier every record carries: lower-case, unique in its set. */
export const recordId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, '编号应为小写英文、数字和连字符')
  .describe('记录编号，在本集内唯一。')
  .meta({ title: '编号' })
  .register(fieldRoles, { role: 'key' })

/** A text that may be unpublished; null is shown as 未公布. */
export const undisclosedText = (sentence: string) =>
  z.string().min(1).nullable().default(null).describe(sentence)

/** An existing day on which something was done, written 2025-11-20, or null. */
export const isoDate = calendarDay
  .clone()
  .register(fieldRoles, { role: 'day' })
  .nullable()
  .default(null)

/** A set with the number of records that the source states, and the records themselves. */
export function recordSet<Record extends z.ZodObject>(record: Record, sentence: string) {
  return z
    .strictObject({
      stated: reference('indicators')
        .describe('原文所述总数对应的指标编号。')
        .meta({ title: '总数的指标' }),
      source: sourceReferenceSchema
        .nullable()
        .default(null)
        .describe('总数的出处，总数没有公布为 null。')
        .meta({ title: '总数的出处' }),
      records: z.array(record).describe('已登记的记录。'),
    })
    .describe(sentence)
}

/** A count that may be unpublished; null is shown as 未公布, 0 as a count of none. */
export const undisclosedCount = (sentence: string) =>
  z.int().nonnegative().nullable().default(null).describe(sentence)
