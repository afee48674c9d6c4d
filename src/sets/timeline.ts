import { z } from 'zod'
import { problemAt } from '../documents/document.ts'
import type { Problem } from '../documents/problem.ts'
import { calendarYearOrMonth } from '../schemas/calendar.ts'
import { absences, copyText, reference } from '../schemas/field.ts'
import { sourceReferenceSchema } from '../schemas/observation.ts'
import { recordId } from '../schemas/recordSet.ts'
import { defineSet, type WrittenSet } from './define.ts'

/** One dated event; only what the source dates. */
export const eventSchema = z.strictObject({
  id: recordId,
  year: z.int().min(2000).max(2100).describe('年份。').meta({ title: '年份' }),
  datetime: calendarYearOrMonth
    .describe('机器可读的年份，原文只写到年。')
    .meta({ title: '机器可读的时间' }),
  label: z.string().describe('原文写明的时间，例如“2025年国庆假期”。').meta({ title: '时间' }),
  short: z
    .string()
    .nullable()
    .default(null)
    .register(absences, { word: '无' })
    .describe('年份之外的部分，例如“国庆假期”；只有年份时为 null。')
    .meta({ title: '年份之外' }),
  name: z
    .string()
    .min(1)
    .max(20)
    .describe('图上所写的短名，不含数字，例如“政企协商会”。')
    .meta({ title: '短名' }),
  text: copyText.describe('所记之事，本站改写；句中可用占位引用。').meta({ title: '事' }),
  open: z.boolean().describe('是否尚未发生（展望）。').meta({ title: '尚未发生' }),
  chapter: reference('chapters')
    .optional()
    .describe('首页末尾的展望连到哪一章，网址段；只写在尚未发生的事上，都不写首页就没有展望。')
    .meta({ title: '展望连到的章' }),
  source: sourceReferenceSchema.describe('出处。').meta({ title: '出处' }),
})
export type TimelineEvent = z.infer<typeof eventSchema>
export const timelineSchema = z.array(eventSchema).describe('原文写明时间的事。')

/** Dated events whose three ways of giving the year disagree, or that lead to a chapter although they are past. */
function checkYears({ document }: WrittenSet): Problem[] {
  if (!Array.isArray(document.value)) return []
  return document.value.flatMap((value, index) => {
    const parsed = eventSchema.safeParse(value)
    if (!parsed.success) return []
    const { year, datetime, label, open, chapter } = parsed.data
    const written = { datetime: datetime.slice(0, 4), label: /\d{4}/.exec(label)?.[0] }
    const years = (['datetime', 'label'] as const).flatMap((field) => {
      if (written[field] === undefined || Number(written[field]) === year) return []
      const found = `年份 ${written[field]}`
      const hint = 'year、datetime、label 三处的年份应当一致'
      return [problemAt(document, [index, field], { found, expected: String(year), hint })]
    })
    if (open || chapter === undefined) return years
    const found = `已发生的事写了 chapter“${chapter}”`
    const hint = '首页末尾的展望连到这一章；删去它，或把 open 改为 true'
    const expected = 'chapter 只写在尚未发生的事上'
    return [...years, problemAt(document, [index, 'chapter'], { found, expected, hint })]
  })
}

/** What the source dates. */
export const timelineSet = defineSet({
  schema: timelineSchema,
  key: '编号',
  tables: [
    {
      name: 'timeline',
      title: '写明时间的事',
      record: eventSchema,
      rows: (events) => events,
      shown: ['label', 'text', 'source'],
      leftOut: ['short', 'chapter'],
    },
  ],
  check: checkYears,
})
