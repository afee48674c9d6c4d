import { z } from 'zod'
import { problemAt } from '../documents/document.ts'
import type { Problem } from '../documents/problem.ts'
import { validRecords } from '../documents/validRecords.ts'
import { absences, copyText } from '../schemas/field.ts'
import { sourceReferenceSchema, statusSchema } from '../schemas/observation.ts'
import {
  isoDate,
  recordId,
  recordSet,
  undisclosedCount,
  undisclosedText,
} from '../schemas/recordSet.ts'
import { defineSet, type WrittenSet } from './define.ts'

/** One 政企协商会. */
export const sessionSchema = z.strictObject({
  id: recordId,
  period: undisclosedText('原文写明的时间，例如“2025年第四季度”；未公布为 null。').meta({
    title: '时间',
  }),
  date: isoDate.describe('召开日期，未公布为 null。').meta({ title: '日期' }),
  field: undisclosedText('所属领域，未公布为 null。').meta({ title: '领域' }),
  topic: undisclosedText('议题，未公布为 null。').meta({ title: '议题' }),
  firms: z
    .array(z.string())
    .nullable()
    .default(null)
    .describe('参加企业，未公布为 null。')
    .meta({ title: '企业' }),
  departments: z
    .array(z.string())
    .nullable()
    .default(null)
    .describe('到场回应的部门，未公布为 null；只点名一部分时另写 departmentsNote。')
    .meta({ title: '部门' }),
  departmentsNote: copyText
    .nullable()
    .default(null)
    .register(absences, { word: '无' })
    .describe('部门名单的说明，例如“原文以‘等’收尾”；没有则为 null。')
    .meta({ title: '部门说明' }),
  speakers: z
    .array(
      z.strictObject({
        name: z.string().describe('姓名，只按原文。').meta({ title: '姓名' }),
        title: z.string().describe('身份，按原文。').meta({ title: '身份' }),
        statement: copyText.describe('发言要点，转述。').meta({ title: '要点' }),
      }),
    )
    .nullable()
    .default(null)
    .describe('原文写明的发言人，未公布为 null。')
    .meta({ title: '发言' }),
  issuesRaised: undisclosedCount('会上提出的问题数，个；未公布为 null。').meta({
    title: '提出问题数',
    unit: '个',
  }),
  status: statusSchema,
  source: sourceReferenceSchema
    .nullable()
    .default(null)
    .register(absences, { word: '登记台账' })
    .describe('出处，登记台账而非原文的为 null。')
    .meta({ title: '出处' }),
})
export const sessionsSchema = recordSet(sessionSchema, '政企协商会逐场记录。').extend({
  fields: z
    .strictObject({
      range: z
        .array(z.string())
        .describe('原文以“从……到……”例举的领域，按原文次序。')
        .meta({ title: '例举的领域' }),
      note: copyText
        .nullable()
        .default(null)
        .describe('领域与场次关系的说明，没有例举为 null。')
        .meta({ title: '领域说明' }),
      source: sourceReferenceSchema
        .nullable()
        .default(null)
        .describe('领域例举的出处，没有例举为 null。')
        .meta({ title: '领域的出处' }),
    })
    .describe('原文例举的领域，不与场次一一对应。'),
})

const quarters = '一二三四'

/** Sessions held on a day outside the time that the source gives them. */
function checkDates({ document }: WrittenSet): Problem[] {
  return validRecords(document, 'records', sessionSchema).flatMap(({ record, path }) => {
    const { date, period } = record
    if (date === null || period === null) return []
    const [year, month] = date.split('-').map(Number) as [number, number]
    const named = {
      year: /(\d{4})年/.exec(period)?.[1],
      month: /(\d{1,2})月(?!.*月)/.exec(period)?.[1],
      quarter: /第([一二三四])季度/.exec(period)?.[1],
    }
    const isWithin =
      (named.year === undefined || Number(named.year) === year) &&
      (named.month === undefined || /[-—至]/.test(period) || Number(named.month) === month) &&
      (named.quarter === undefined || quarters.indexOf(named.quarter) === Math.ceil(month / 3) - 1)
    if (isWithin) return []
    return problemAt(document, [...path, 'date'], {
      found: `日期 ${date}`,
      expected: `${period}里的一天`,
      hint: '对照原文，改正 date 或 period',
    })
  })
}

/** 政企协商会, session by session. */
export const sessionSet = defineSet({
  schema: sessionsSchema,
  key: '场次编号',
  tables: [{ name: 'sessions', title: '政企协商会', record: sessionSchema, rows: (file) => file }],
  check: checkDates,
})
