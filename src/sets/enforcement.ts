import { z } from 'zod'
import { calendarMonth } from '../schemas/calendar.ts'
import { fieldRoles } from '../schemas/field.ts'
import { recordId, undisclosedCount } from '../schemas/recordSet.ts'

/** What is counted month by month; the count of the base is the field of the same name with Base. */
export const monthlyCounts = ['inspectedHouseholds', 'penaltyCases'] as const

/** The counts of one month of enforcement, and of the same month of the base. */
export const enforcementMonth = z.strictObject({
  id: recordId,
  month: calendarMonth
    .describe('月份。')
    .register(fieldRoles, { role: 'key' })
    .meta({ title: '月份' }),
  inspectedHouseholds: undisclosedCount('涉企行政检查户数，户；未公布为 null。').meta({
    title: '检查户数',
    unit: '户',
  }),
  penaltyCases: undisclosedCount('涉企处罚案件数，件；未公布为 null。').meta({
    title: '处罚案件数',
    unit: '件',
  }),
  inspectedHouseholdsBase: z
    .int()
    .nonnegative()
    .nullish()
    .describe('基期同月的涉企行政检查户数，户；未公布为 null。')
    .meta({ title: '基期检查户数', unit: '户' }),
  penaltyCasesBase: z
    .int()
    .nonnegative()
    .nullish()
    .describe('基期同月的涉企处罚案件数，件；未公布为 null。')
    .meta({ title: '基期处罚案件数', unit: '件' }),
  base: z
    .string()
    .nullable()
    .default(null)
    .describe('与之比较的基期，未公布为 null。')
    .meta({ title: '基期' }),
})

/** What was counted in a month, and in the same month of the base. */
export interface MonthCount {
  month: string
  now: number
  before: number
  base: string | null
}

/** The months of one decline, oldest first; undefined unless there are several and each is counted with its base. */
export function completeMonths(
  enforcement: readonly z.infer<typeof enforcementMonth>[],
  count: (typeof monthlyCounts)[number],
): MonthCount[] | undefined {
  const months = enforcement.flatMap((entry): MonthCount[] => {
    const { month, base, [count]: now, [`${count}Base` as const]: before } = entry
    return now === null || before === null || before === undefined
      ? []
      : [{ month, now, before, base }]
  })
  if (months.length < 2 || months.length < enforcement.length) return undefined
  return months.toSorted((a, b) => (a.month < b.month ? -1 : 1))
}
