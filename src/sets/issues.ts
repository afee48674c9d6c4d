import { z } from 'zod'
import { reference } from '../schemas/field.ts'
import { statusSchema } from '../schemas/observation.ts'
import { isoDate, recordId, recordSet, undisclosedText } from '../schemas/recordSet.ts'
import { defineSet } from './define.ts'

const stepRecord = z.strictObject({
  step: z.int().min(1).max(7).describe('第几个环节，1 至 7。').meta({ title: '第几步' }),
  date: isoDate.describe('完成日期，未公布为 null。').meta({ title: '完成日期' }),
  note: undisclosedText('办理情况，未公布为 null。').meta({ title: '办理情况' }),
})

/** What became of an issue, in words. */
export const issueOutcomes = {
  resolved: '已解决',
  explained: '作出说明',
  'in-progress': '推进中',
} as const

/** One problem a firm raised and its way through the seven steps. */
export const issueSchema = z.strictObject({
  id: recordId,
  title: undisclosedText('问题名称，未公布为 null。').meta({ title: '问题名称' }),
  category: undisclosedText('问题类别，未公布为 null。').meta({ title: '类别' }),
  session: reference('sessions')
    .nullable()
    .default(null)
    .describe('提出问题的场次编号，未公布为 null。')
    .meta({ title: '场次' }),
  department: undisclosedText('承办部门，未公布为 null。').meta({ title: '承办部门' }),
  steps: z
    .array(stepRecord)
    .nullable()
    .default(null)
    .describe('经过的环节，未公布为 null。')
    .meta({ title: '环节' }),
  outcome: z
    .enum(['resolved', 'in-progress', 'explained'])
    .nullable()
    .default(null)
    .describe('结果：resolved 已解决、in-progress 推进中、explained 作出说明；未公布为 null。')
    .meta({ title: '结果', words: issueOutcomes }),
  status: statusSchema,
})
export const issuesSchema = recordSet(issueSchema, '企业疑难问题逐项记录。')

/** 企业疑难问题, one by one. */
export const issueSet = defineSet({
  schema: issuesSchema,
  tables: [{ name: 'issues', title: '企业疑难问题', record: issueSchema, rows: (file) => file }],
})
