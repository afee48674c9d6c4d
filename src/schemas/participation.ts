import { z } from 'zod'
import { absences, copyText, reference } from './field.ts'

const slot = (what: string) =>
  z
    .string()
    .min(1)
    .nullable()
    .register(absences, { word: '未提供' })
    .describe(`${what}，未提供为 null。`)

/** How a resident may have a say, as far as the source tells, and what staff may add to it. */
export const participationSchema = z
  .strictObject({
    chapter: reference('chapters').describe('讲这件事的章，网址段。'),
    ways: z
      .array(
        z.strictObject({
          label: copyText.max(4).describe('短题，不超过四字。'),
          text: copyText.describe('一两句话；句中数量用占位引用。'),
        }),
      )
      .min(1)
      .describe('怎样说、送到哪里，逐条。'),
    address: slot('可以去的地址'),
    hours: slot('接待的时间'),
    url: z
      .url()
      .nullable()
      .register(absences, { word: '未提供' })
      .describe('提交建议的网址，未提供为 null。'),
    telephone: slot('电话'),
  })
  .describe('有话怎么说：居民怎样提意见。')
