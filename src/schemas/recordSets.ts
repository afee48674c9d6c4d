import { z } from 'zod'
import { copyText, fieldRoles, reference } from './field.ts'
import {
  recordId,
  recordSet,
  sourceReferenceSchema,
  statusSchema,
  undisclosedText,
} from './recordSet.ts'

const isoDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, '日期应写作 2025-11-20 这样的形式')
  .nullable()

/** One 政企协商会. */
export const sessionSchema = z.strictObject({
  id: recordId,
  period: undisclosedText('原文写明的时间，例如“2025年第四季度”；未公布为 null。'),
  date: isoDate.describe('召开日期，未公布为 null。'),
  field: undisclosedText('所属领域，未公布为 null。'),
  topic: undisclosedText('议题，未公布为 null。'),
  firms: z.array(z.string()).nullable().describe('参加企业，未公布为 null。'),
  departments: z
    .array(z.string())
    .nullable()
    .describe('到场回应的部门，未公布为 null；只点名一部分时另写 departmentsNote。'),
  departmentsNote: copyText.nullable().describe('部门名单的说明，例如“原文以‘等’收尾”。'),
  speakers: z
    .array(
      z.strictObject({
        name: z.string().describe('姓名，只按原文。'),
        title: z.string().describe('身份，按原文。'),
        statement: copyText.describe('发言要点，转述。'),
      }),
    )
    .nullable()
    .describe('原文写明的发言人，未公布为 null。'),
  issuesRaised: z.int().nonnegative().nullable().describe('会上提出的问题数，个；未公布为 null。'),
  status: statusSchema,
  source: sourceReferenceSchema.nullable().describe('出处，登记台账而非原文的为 null。'),
})
export const sessionsSchema = recordSet(sessionSchema, '政企协商会逐场记录。').extend({
  fields: z
    .strictObject({
      range: z.array(z.string()).describe('原文以“从……到……”例举的领域，按原文次序。'),
      note: copyText.describe('领域与场次关系的说明。'),
      source: sourceReferenceSchema.describe('领域例举的出处。'),
    })
    .describe('原文例举的领域，不与场次一一对应。'),
})

const stepRecord = z.strictObject({
  step: z.int().min(1).max(7).describe('第几个环节，1 至 7。'),
  date: isoDate.describe('完成日期，未公布为 null。'),
  note: undisclosedText('办理情况，未公布为 null。'),
})

/** One problem a firm raised and its way through the seven steps. */
export const issueSchema = z.strictObject({
  id: recordId,
  title: undisclosedText('问题名称，未公布为 null。'),
  category: undisclosedText('问题类别，未公布为 null。'),
  session: reference('sessions').nullable().describe('提出问题的场次编号，未公布为 null。'),
  department: undisclosedText('承办部门，未公布为 null。'),
  steps: z.array(stepRecord).nullable().describe('经过的环节，未公布为 null。'),
  outcome: z
    .enum(['resolved', 'in-progress', 'explained'])
    .nullable()
    .describe('结果：resolved 已解决、in-progress 推进中、explained 作出说明；未公布为 null。'),
  status: statusSchema,
})
export const issuesSchema = recordSet(issueSchema, '企业疑难问题逐项记录。')

/** One step of 闭环七步法. */
export const loopStepSchema = z.strictObject({
  id: recordId,
  order: z.int().min(1).describe('次序，从 1 起。'),
  name: z.string().describe('环节名称，按原文。'),
  owner: undisclosedText('负责方，未公布为 null。'),
  durationDays: z.number().positive().nullable().describe('时限，天；未公布为 null。'),
  count: z.int().nonnegative().nullable().describe('经过本环节的问题数，个；未公布为 null。'),
})
export const loopSchema = recordSet(loopStepSchema, '闭环七步法的环节。')

const group = z.strictObject({
  id: recordId,
  name: undisclosedText('小组名称，未公布为 null。'),
  lead: undisclosedText('组长，未公布为 null。'),
  members: z.int().positive().nullable().describe('委员人数，位；未公布为 null。'),
  body: undisclosedText('对口单位，未公布为 null。'),
})
const problemClass = z.strictObject({
  id: recordId,
  name: undisclosedText('问题类别名称，原文未点名为 null。'),
})
const output = z.strictObject({
  id: recordId,
  kind: z.enum(['监督报告', '社情民意信息']).nullable().describe('成果种类，未公布为 null。'),
  title: undisclosedText('题目，未公布为 null。'),
})
const enforcementMonth = z.strictObject({
  id: recordId,
  month: z
    .string()
    .regex(/^\d{4}-\d{2}$/, '月份应写作 2025-01')
    .describe('月份。'),
  inspectedHouseholds: z
    .int()
    .nonnegative()
    .nullable()
    .describe('涉企行政检查户数，户；未公布为 null。'),
  penaltyCases: z.int().nonnegative().nullable().describe('涉企处罚案件数，件；未公布为 null。'),
  base: z.string().nullable().describe('与之比较的基期，未公布为 null。'),
})

/** The 2024 supervision: groups, problem classes, outputs; monthly enforcement counts when disclosed. */
export const supervisionSchema = z.strictObject({
  groups: recordSet(group, '监督小组。'),
  problemClasses: recordSet(problemClass, '问题类别。'),
  outputs: recordSet(output, '监督报告与社情民意信息。'),
  enforcement: z.array(enforcementMonth).describe('按月的执法数，未公布则为空。'),
})

const listEntry = (sentence: string) =>
  z
    .strictObject({
      text: z.string().describe('内容。'),
      date: isoDate.describe('日期，未公布为 null。'),
    })
    .nullable()
    .describe(sentence)

/** One proposal whose handling was appraised, with its three lists. */
export const proposalSchema = z.strictObject({
  id: recordId,
  title: undisclosedText('提案题目，未公布为 null。'),
  proposer: undisclosedText('提案人，未公布为 null。'),
  unit: undisclosedText('承办单位，未公布为 null。'),
  year: z.int().min(2000).max(2100).nullable().describe('提案年度，未公布为 null。'),
  suggestion: listEntry('建议清单：建议内容；未公布为 null。'),
  handling: listEntry('办理清单：部门办理；未公布为 null。'),
  result: listEntry('结果清单：落实情况；未公布为 null。'),
  rating: z.enum(['满意', '基本满意', '不满意']).nullable().describe('委员评价，未公布为 null。'),
  status: statusSchema,
})
export const proposalsSchema = recordSet(proposalSchema, '接受民主评议的提案办理件。').extend({
  lists: recordSet(
    z.strictObject({
      id: recordId,
      name: z.string().describe('清单名称，按原文。'),
      content: z.string().describe('清单所记内容，按原文。'),
    }),
    '三张清单。',
  ),
  namedUnits: z.array(z.string()).describe('原文点名的承办单位，原文以“等”收尾。'),
  quoted: z
    .strictObject({
      title: z.string().describe('原文引用的提案题目。'),
      note: copyText.describe('与评议件关系的说明。'),
      source: sourceReferenceSchema.describe('出处。'),
    })
    .describe('原文引用的一条提案题目，未说明是否在评议件之列。'),
})

/** One slot per covered 村社; every field but id stays null until the roster is imported. */
export const liaisonPointSchema = z.strictObject({
  id: recordId,
  name: undisclosedText('联系点名称，未公布为 null。'),
  town: z
    .string()
    .regex(/^\d{9}$/, '镇街代码应为九位数字')
    .register(fieldRoles, { role: 'reference', to: 'towns' })
    .nullable()
    .describe('所属镇街代码，见 data/towns.json；未公布为 null。'),
  kind: z.enum(['村', '社区', '其他']).nullable().describe('类型，未公布为 null。'),
  address: undisclosedText('地址，未公布为 null。'),
  coordinates: z
    .tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
    .nullable()
    .describe('坐标，[经度, 纬度]，度；未公布为 null。'),
  crs: z.enum(['wgs84', 'gcj02', 'bd09']).nullable().describe('坐标系，有坐标时必填。'),
  hours: undisclosedText('开放时间，未公布为 null。'),
  venue: z
    .enum(['民生议事堂', '委员工作室', '委员会客厅', '其他'])
    .nullable()
    .describe('所在载体，未公布为 null。'),
  qrCodes: z.int().nonnegative().nullable().describe('“码上商”二维码数，个；未公布为 null。'),
  note: undisclosedText('备注，没有则为 null。'),
  status: statusSchema,
})
export type LiaisonPoint = z.infer<typeof liaisonPointSchema>
export const liaisonPointsSchema = recordSet(
  liaisonPointSchema,
  '社情民意信息联系点：每个已覆盖的村社一格，名录导入前除编号外均为空。',
)

/** One 学习活动 of “双月观摩”. */
export const visitSchema = z.strictObject({
  id: recordId,
  date: isoDate.describe('日期，未公布为 null。'),
  site: undisclosedText('地点，未公布为 null。'),
  theme: undisclosedText('主题，未公布为 null。'),
  attendance: z.int().positive().nullable().describe('参与人次，人次；未公布为 null。'),
})
export const learningSchema = z.strictObject({
  visits: recordSet(visitSchema, '学习活动逐次记录。'),
  namedSites: z
    .strictObject({
      names: z.array(z.string()).describe('原文点名的观摩地点。'),
      note: copyText.describe('与各次活动关系的说明。'),
      source: sourceReferenceSchema.describe('出处。'),
    })
    .describe('原文点名的两处地点，未说明属于哪一次活动。'),
  parts: recordSet(
    z.strictObject({ id: recordId, name: z.string().describe('学习模式的组成，按原文。') }),
    '学习模式的组成。',
  ),
})

/** One photograph's caption; the picture itself is null until staff supply one. */
export const captionSchema = z.strictObject({
  id: recordId,
  chapter: reference('chapters').describe('图注所在的章。'),
  text: copyText.describe('图注所记之事，本站改写；句中可用占位引用。'),
  missing: copyText.describe('图注没有写明的内容。'),
  image: z.string().nullable().describe('图片文件，未提供为 null。'),
  source: sourceReferenceSchema.describe('出处。'),
})
export const captionsSchema = z.array(captionSchema).describe('八条图注。')

/** One dated event; only what the source dates. */
export const eventSchema = z.strictObject({
  id: recordId,
  year: z.int().min(2000).max(2100).describe('年份。'),
  datetime: z
    .string()
    .regex(/^\d{4}(-\d{2})?$/, '应写作 2025 或 2025-10')
    .describe('机器可读的年份，原文只写到年。'),
  label: z.string().describe('原文写明的时间，例如“2025年国庆假期”。'),
  short: z.string().nullable().describe('年份之外的部分，例如“国庆假期”；只有年份时为 null。'),
  text: copyText.describe('所记之事，本站改写；句中可用占位引用。'),
  open: z.boolean().describe('是否尚未发生（展望）。'),
  source: sourceReferenceSchema.describe('出处。'),
})
export type TimelineEvent = z.infer<typeof eventSchema>
export const timelineSchema = z.array(eventSchema).describe('原文写明时间的事。')
