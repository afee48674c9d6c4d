import { z } from 'zod'
import { calendarDay } from './calendar.ts'
import { absences, copyText, reference } from './field.ts'
import { sourceReferenceSchema } from './observation.ts'
import { recordId } from './recordSet.ts'

/** What a correction may change of a published number. */
const correctedFields = { value: '数', period: '期间' }

const words = z.string().min(1).max(40)

/** One published number that was wrong: what it said, what it says instead, since when and why. */
export const correctionSchema = z.strictObject({
  id: recordId,
  indicator: reference('indicators').describe('更正的是哪个指标，编号。').meta({ title: '指标' }),
  field: z
    .enum(['value', 'period'])
    .describe('更正的是数（value，连同限定词和单位）还是期间（period）。')
    .meta({ title: '更正什么', choices: correctedFields, words: correctedFields }),
  old: words
    .describe('原来怎样写，照本站的写法，限定词和单位都在，例如“12场”“80余个”。')
    .meta({ title: '原作' }),
  new: words.describe('改为怎样写，写法相同；不再公布的写“未公布”。').meta({ title: '改为' }),
  date: calendarDay.describe('更正的日期。').meta({ title: '日期' }),
  reason: copyText.max(80).describe('为什么改，一句话。').meta({ title: '原因' }),
  source: sourceReferenceSchema
    .nullable()
    .default(null)
    .register(absences, { word: '无' })
    .describe('更正的依据，例如区政协的更正说明；本站自己录错的，没有别的依据，为 null。')
    .meta({ title: '依据' }),
})
export type Correction = z.infer<typeof correctionSchema>
