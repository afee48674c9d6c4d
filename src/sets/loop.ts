import { z } from 'zod'
import { recordId, recordSet, undisclosedCount, undisclosedText } from '../schemas/recordSet.ts'
import { defineSet } from './define.ts'

/** One step of 闭环七步法. */
export const loopStepSchema = z.strictObject({
  id: recordId,
  order: z.int().min(1).describe('次序，从 1 起。').meta({ title: '次序' }),
  name: z.string().describe('环节名称，按原文。').meta({ title: '环节' }),
  owner: undisclosedText('负责方，未公布为 null。').meta({ title: '负责方' }),
  durationDays: z
    .number()
    .positive()
    .max(3650)
    .nullable()
    .default(null)
    .describe('时限，天；未公布为 null。')
    .meta({ title: '时限', unit: '天' }),
  count: undisclosedCount('经过本环节的问题数，个；未公布为 null。').meta({
    title: '经过的问题数',
    unit: '个',
  }),
})
export const loopSchema = recordSet(loopStepSchema, '闭环七步法的环节。')

/** The steps of 闭环七步法. */
export const loopSet = defineSet({
  schema: loopSchema,
  tables: [{ name: 'loop', title: '闭环七步法', record: loopStepSchema, rows: (file) => file }],
})
