import { z } from 'zod'
import { statusSchema } from './observation.ts'

/** A number as the last release published it. */
const releasedNumber = z.strictObject({
  id: z.string().describe('指标编号。'),
  wording: z.string().describe('网页上的写法，连同限定词和单位。'),
  value: z.number().nullable().describe('数值；未公布为 null。'),
  unit: z.string().describe('单位。'),
  period: z.string().nullable().describe('期间；未公布为 null。'),
  status: statusSchema,
})
export type ReleasedNumber = z.infer<typeof releasedNumber>

/** The numbers of an edition as last released; what has been published changes only by a correction. */
export const releasedSchema = z
  .strictObject({
    version: z
      .string()
      .regex(/^\d{8}-[0-9a-f]{7}$/, '应为“提交日期-提交号”，例如 20261130-28ee1ae')
      .describe('最近一次发布的版本。'),
    indicators: z.array(releasedNumber).describe('那时的每个数。'),
  })
  .describe('最近一次发布的数，由 npm run release 写，不用手改。')
export type Released = z.infer<typeof releasedSchema>
