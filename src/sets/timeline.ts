import { z } from 'zod'
import { calendarYearOrMonth } from '../schemas/calendar.ts'
import { absences, copyText, reference } from '../schemas/field.ts'
import { sourceReferenceSchema } from '../schemas/observation.ts'
import { recordId } from '../schemas/recordSet.ts'

/** One dated event; only what the source dates. */
export const eventSchema = z.strictObject({
  id: recordId,
  year: z.int().min(2000).max(2100).describe('年份。'),
  datetime: calendarYearOrMonth.describe('机器可读的年份，原文只写到年。'),
  label: z.string().describe('原文写明的时间，例如“2025年国庆假期”。'),
  short: z
    .string()
    .nullable()
    .default(null)
    .register(absences, { word: '无' })
    .describe('年份之外的部分，例如“国庆假期”；只有年份时为 null。'),
  name: z.string().min(1).max(20).describe('图上所写的短名，不含数字，例如“政企协商会”。'),
  text: copyText.describe('所记之事，本站改写；句中可用占位引用。'),
  open: z.boolean().describe('是否尚未发生（展望）。'),
  chapter: reference('chapters')
    .optional()
    .describe('首页末尾的展望连到哪一章，网址段；只写在尚未发生的事上，都不写首页就没有展望。'),
  source: sourceReferenceSchema.describe('出处。'),
})
export type TimelineEvent = z.infer<typeof eventSchema>
export const timelineSchema = z.array(eventSchema).describe('原文写明时间的事。')
