import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarDay, calendarMinute } from '../../src/schemas/calendar.ts'
import { publisherSchema } from '../../src/schemas/publisher.ts'
import { isoDate } from '../../src/schemas/recordSet.ts'
import { supervisionSchema } from '../../src/sets/supervision.ts'
import { eventSchema } from '../../src/sets/timeline.ts'

const fields = {
  日期: isoDate,
  执法数的月份: supervisionSchema.shape.enforcement.element.shape.month,
  事件的时间: eventSchema.shape.datetime,
  发布时间: publisherSchema.shape.publishedAt,
}

test.each([
  ['日期', '2025-02-28'],
  ['日期', '2024-02-29'],
  ['日期', '2025-12-31'],
  ['执法数的月份', '2025-01'],
  ['执法数的月份', '2025-12'],
  ['事件的时间', '2025'],
  ['事件的时间', '2025-10'],
  ['发布时间', '2026-01-05 09:00'],
  ['发布时间', '2024-02-29 23:59'],
] as const)('%s may be %s', (field, text) => {
  expect(fields[field].safeParse(text).success).toBe(true)
})

test.each([
  ['日期', '2025-13-05'],
  ['日期', '2025-02-30'],
  ['日期', '2025-02-29'],
  ['日期', '2025-11-00'],
  ['日期', '2025-1-5'],
  ['执法数的月份', '2025-13'],
  ['执法数的月份', '2025-00'],
  ['事件的时间', '2025-13'],
  ['事件的时间', '2025-1'],
  ['发布时间', '2026-13-05 09:00'],
  ['发布时间', '2026-02-30 09:00'],
  ['发布时间', '2026-01-05 24:00'],
  ['发布时间', '2026-01-05 09:60'],
  ['发布时间', '2026-01-05 09:00 '],
  ['发布时间', '2026-01-05T09:00'],
] as const)('%s may not be %s, and one sentence says why', (field, text) => {
  const { error } = fields[field].safeParse(text)
  expect(error?.issues).toMatchObject([{ message: expect.stringContaining('应写作') }])
})

test('the days accepted are the days of the calendar', () => {
  const part = (max: number) => fc.integer({ min: 0, max })
  fc.assert(
    fc.property(fc.integer({ min: 1900, max: 2400 }), part(14), part(33), (year, month, day) => {
      const text = [year, month, day].map((each) => String(each).padStart(2, '0')).join('-')
      const time = new Date(Date.UTC(year, month - 1, day))
      const exists = time.toISOString().startsWith(text)
      expect(calendarDay.safeParse(text).success).toBe(exists)
      expect(calendarMinute.safeParse(`${text} 09:00`).success).toBe(exists)
    }),
    { numRuns: 1000 },
  )
})
