import { z } from 'zod'
import { absences, copyText } from '../schemas/field.ts'
import { sourceReferenceSchema, statusSchema } from '../schemas/observation.ts'
import { isoDate, recordId, recordSet, undisclosedText } from '../schemas/recordSet.ts'

/** One 政企协商会. */
export const sessionSchema = z.strictObject({
  id: recordId,
  period: undisclosedText('原文写明的时间，例如“2025年第四季度”；未公布为 null。'),
  date: isoDate.describe('召开日期，未公布为 null。'),
  field: undisclosedText('所属领域，未公布为 null。'),
  topic: undisclosedText('议题，未公布为 null。'),
  firms: z.array(z.string()).nullable().default(null).describe('参加企业，未公布为 null。'),
  departments: z
    .array(z.string())
    .nullable()
    .default(null)
    .describe('到场回应的部门，未公布为 null；只点名一部分时另写 departmentsNote。'),
  departmentsNote: copyText
    .nullable()
    .default(null)
    .register(absences, { word: '无' })
    .describe('部门名单的说明，例如“原文以‘等’收尾”；没有则为 null。'),
  speakers: z
    .array(
      z.strictObject({
        name: z.string().describe('姓名，只按原文。'),
        title: z.string().describe('身份，按原文。'),
        statement: copyText.describe('发言要点，转述。'),
      }),
    )
    .nullable()
    .default(null)
    .describe('原文写明的发言人，未公布为 null。'),
  issuesRaised: z
    .int()
    .nonnegative()
    .nullable()
    .default(null)
    .describe('会上提出的问题数，个；未公布为 null。'),
  status: statusSchema,
  source: sourceReferenceSchema
    .nullable()
    .default(null)
    .register(absences, { word: '登记台账' })
    .describe('出处，登记台账而非原文的为 null。'),
})
export const sessionsSchema = recordSet(sessionSchema, '政企协商会逐场记录。').extend({
  fields: z
    .strictObject({
      range: z.array(z.string()).describe('原文以“从……到……”例举的领域，按原文次序。'),
      note: copyText.nullable().default(null).describe('领域与场次关系的说明，没有例举为 null。'),
      source: sourceReferenceSchema
        .nullable()
        .default(null)
        .describe('领域例举的出处，没有例举为 null。'),
    })
    .describe('原文例举的领域，不与场次一一对应。'),
})
