import { z } from 'zod'

const { date, time } = z.core.regexes
const month = '(?:0[1-9]|1[0-2])'
const minute = time({ precision: -1 })

/** An existing day, written 2025-11-20. */
export const calendarDay = z
  .string()
  .regex(date, '日期应写作 2025-11-20 这样的形式，并且确有这一天')
  .meta({ calendar: 'day' })

/** An existing month, written 2025-01. */
export const calendarMonth = z
  .string()
  .regex(new RegExp(`^\\d{4}-${month}$`), '月份应写作 2025-01，月为 01 至 12')
  .meta({ calendar: 'month' })

/** A year, or a year with an existing month, written 2025 or 2025-10. */
export const calendarYearOrMonth = z
  .string()
  .regex(new RegExp(`^\\d{4}(?:-${month})?$`), '应写作 2025 或 2025-10，月为 01 至 12')
  .meta({ calendar: 'yearOrMonth' })

/** A minute of an existing day, written 2026-01-05 09:00. */
export const calendarMinute = z
  .string()
  .regex(
    new RegExp(`${date.source.slice(0, -1)} ${minute.source.slice(1)}`),
    '应写作 2026-01-05 09:00，并且确有这一天、这一刻',
  )
