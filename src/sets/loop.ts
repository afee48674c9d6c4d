import { z } from 'zod'
import { recordId, recordSet, undisclosedText } from '../schemas/recordSet.ts'

/** One step of 闭环七步法. */
export const loopStepSchema = z.strictObject({
  id: recordId,
  order: z.int().min(1).describe('次序，从 1 起。'),
  name: z.string().describe('环节名称，按原文。'),
  owner: undisclosedText('负责方，未公布为 null。'),
  durationDays: z
    .number()
    .positive()
    .max(3650)
    .nullable()
    .default(null)
    .describe('时限，天；未公布为 null。'),
  count: z
    .int()
    .nonnegative()
    .nullable()
    .default(null)
    .describe('经过本环节的问题数，个；未公布为 null。'),
})
export const loopSchema = recordSet(loopStepSchema, '闭环七步法的环节。')
