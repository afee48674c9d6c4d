import { z } from 'zod'
import { copyText, fieldRoles, reference } from '../schemas/field.ts'
import { sourceReferenceSchema, statusSchema } from '../schemas/observation.ts'
import { isoDate, recordId, recordSet, undisclosedText } from '../schemas/recordSet.ts'
import { defineSet } from './define.ts'

const listEntry = (sentence: string) =>
  z
    .strictObject({
      text: z.string().describe('内容。').meta({ title: '内容' }),
      date: isoDate.describe('日期，未公布为 null。').meta({ title: '日期' }),
    })
    .nullable()
    .default(null)
    .describe(sentence)

/** What became of a proposal's suggestions, in words. */
export const proposalOutcomes = {
  adopted: '已落实',
  planned: '列入计划',
  noted: '留作参考',
} as const

/** One proposal whose handling was appraised, with its three lists. */
export const proposalSchema = z.strictObject({
  id: recordId,
  title: undisclosedText('提案题目，未公布为 null。').meta({ title: '题目' }),
  proposer: undisclosedText('提案人，未公布为 null。').meta({ title: '提案人' }),
  unit: undisclosedText('承办单位，未公布为 null。').meta({ title: '承办单位' }),
  year: z
    .int()
    .min(2000)
    .max(2100)
    .nullable()
    .default(null)
    .describe('提案所属的年份，未公布为 null。')
    .meta({ title: '年份' }),
  suggestion: listEntry('建议清单：建议内容；未公布为 null。').meta({ title: '建议清单' }),
  handling: listEntry('办理清单：部门办理；未公布为 null。').meta({ title: '办理清单' }),
  result: listEntry('结果清单：落实情况；未公布为 null。').meta({ title: '结果清单' }),
  outcome: z
    .enum(['adopted', 'planned', 'noted'])
    .nullish()
    .describe('结果分类：adopted 已落实、planned 列入计划、noted 留作参考；未公布为 null。')
    .meta({ title: '结果分类', words: proposalOutcomes }),
  rating: z
    .enum(['满意', '基本满意', '不满意'])
    .nullable()
    .default(null)
    .describe('委员评价，未公布为 null。')
    .meta({ title: '委员评价' }),
  status: statusSchema,
})
const listSchema = z.strictObject({
  id: z
    .enum(['suggestion', 'handling', 'result'])
    .describe('清单编号，即各件提案里记这张清单的属性名。')
    .register(fieldRoles, { role: 'key' })
    .meta({ title: '编号' }),
  name: z.string().describe('清单名称，按原文。').meta({ title: '清单' }),
  content: z.string().describe('清单所记内容，按原文。').meta({ title: '所记内容' }),
})

export const proposalsSchema = recordSet(proposalSchema, '接受民主评议的提案办理件。').extend({
  lists: recordSet(listSchema, '三张清单。').meta({ title: '三张清单' }),
  satisfaction: z
    .array(reference('indicators'))
    .describe('委员满意度的指标编号，次序照原文。')
    .meta({ title: '满意度的指标' }),
  namedUnits: z
    .array(z.string())
    .describe('原文点名的承办单位，原文以“等”收尾。')
    .meta({ title: '点名的承办单位' }),
  quoted: z
    .strictObject({
      title: z.string().describe('原文引用的提案题目。').meta({ title: '题目' }),
      note: copyText.describe('与评议件关系的说明。').meta({ title: '说明' }),
      source: sourceReferenceSchema.describe('出处。').meta({ title: '出处' }),
    })
    .nullable()
    .default(null)
    .describe('原文引用的一条提案题目，未说明是否在评议件之列；没有引用为 null。')
    .meta({ title: '引用的提案' }),
})

/** Proposals whose handling was appraised, and the three lists kept for each. */
export const proposalSet = defineSet({
  schema: proposalsSchema,
  tables: [
    {
      name: 'proposals',
      title: '接受民主评议的提案',
      record: proposalSchema,
      rows: (file) => file,
    },
    { name: 'proposal-lists', title: '三张清单', record: listSchema, rows: ({ lists }) => lists },
  ],
})
