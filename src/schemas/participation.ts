import { z } from 'zod'
import { absences, copyText, reference, webAddress } from './field.ts'
import { sourceReferenceSchema } from './observation.ts'
import { recordId } from './recordSet.ts'

const slot = (what: string) =>
  z
    .string()
    .min(1)
    .nullable()
    .default(null)
    .register(absences, { word: '未提供' })
    .describe(`${what}，未提供为 null。`)

/** How residents can have a say, as far as the source says, and what staff may add. */
export const participationSchema = z
  .strictObject({
    chapter: reference('chapters').describe('讲这件事的章，网址段。'),
    coverage: z
      .strictObject({
        indicators: z
          .array(reference('indicators'))
          .describe('领头的数，依次连着说，没有公布则为空。'),
        text: copyText.describe('接在这些数后面的话。'),
      })
      .describe('地图页开头的一句：覆盖了多少。'),
    counts: z.array(reference('indicators')).describe('地图页末各个数，连同定义；没有公布则为空。'),
    ways: z
      .array(
        z.strictObject({
          label: copyText.max(4).describe('短题，不超过四字。'),
          text: copyText.describe('一两句话；句中数量用占位引用。'),
        }),
      )
      .min(1)
      .describe('怎样说、送到哪里，逐条。'),
    example: copyText
      .nullable()
      .default(null)
      .register(absences, { word: '无' })
      .describe('说了以后怎样的事例，没有则为 null；所属的章自己讲，不再出现。'),
    places: z
      .array(
        z.strictObject({
          id: recordId,
          name: z.string().min(1).describe('地点的名称，照原文。'),
          text: copyText.describe('在那里可以做什么，一句话。'),
          source: sourceReferenceSchema.describe('出处。'),
        }),
      )
      .describe('原文点名的可以提意见的地点，列在地图页的名单里。'),
    address: slot('可以去的地址'),
    hours: slot('接待的时间'),
    url: webAddress
      .nullable()
      .default(null)
      .register(absences, { word: '未提供' })
      .describe('提交建议的网址，未提供为 null。'),
    telephone: slot('电话'),
  })
  .describe('有话怎么说：居民怎样提意见。')
