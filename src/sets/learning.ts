import { z } from 'zod'
import { copyText, reference } from '../schemas/field.ts'
import { sourceReferenceSchema } from '../schemas/observation.ts'
import { isoDate, recordId, recordSet, undisclosedText } from '../schemas/recordSet.ts'
import { defineSet } from './define.ts'

/** One 学习活动 of “双月观摩”. */
export const visitSchema = z.strictObject({
  id: recordId,
  date: isoDate.describe('日期，未公布为 null。').meta({ title: '日期' }),
  site: undisclosedText('地点，未公布为 null。').meta({ title: '地点' }),
  theme: undisclosedText('主题，未公布为 null。').meta({ title: '主题' }),
  attendance: z
    .int()
    .positive()
    .nullable()
    .default(null)
    .describe('参与人次，人次；未公布为 null。')
    .meta({ title: '参与人次', unit: '人次' }),
})
const partSchema = z.strictObject({
  id: recordId,
  name: z.string().min(1).max(20).describe('学习模式的组成，按原文。').meta({ title: '组成' }),
  count: z
    .int()
    .nonnegative()
    .nullish()
    .describe('开展次数，次；未公布为 null。')
    .meta({ title: '次数', unit: '次' }),
})

export const learningSchema = z.strictObject({
  visits: recordSet(visitSchema, '学习活动逐次记录。')
    .extend({
      statedAttendance: reference('indicators')
        .describe('原文所述参与总人次对应的指标编号。')
        .meta({ title: '总人次的指标' }),
    })
    .meta({ title: '学习活动' }),
  namedSites: z
    .strictObject({
      names: z.array(z.string()).describe('原文点名的观摩地点。').meta({ title: '点名的地点' }),
      note: copyText
        .nullable()
        .default(null)
        .describe('与各次活动关系的说明，没有点名为 null。')
        .meta({ title: '地点说明' }),
      source: sourceReferenceSchema
        .nullable()
        .default(null)
        .describe('出处，没有点名为 null。')
        .meta({ title: '地点的出处' }),
    })
    .describe('原文点名的两处地点，未说明属于哪一次活动。'),
  parts: recordSet(partSchema, '学习模式的组成。').meta({ title: '学习模式的组成' }),
})

/** “双月观摩”: its activities, and the parts of the learning model. */
export const learningSet = defineSet({
  schema: learningSchema,
  tables: [
    {
      name: 'learning-visits',
      title: '学习活动',
      record: visitSchema,
      rows: ({ visits }) => visits,
    },
    {
      name: 'learning-parts',
      title: '学习模式的组成',
      record: partSchema,
      rows: ({ parts }) => parts,
    },
  ],
})
