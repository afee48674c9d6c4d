import type { Edition } from './edition.ts'

/** What was counted in a month, and in the same month of the base. */
export interface MonthCount {
  month: string
  now: number
  before: number
  base: string | null
}

/** What is counted month by month; the count of the base is the field of the same name with Base. */
export type MonthlyCount = Edition['supervision']['declines'][number]['counts']

/** The months of one decline, oldest first; undefined unless there are several and each is counted with its base. */
export function completeMonths(
  enforcement: Edition['supervision']['enforcement'],
  count: MonthlyCount,
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
