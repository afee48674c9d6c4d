import { z } from 'zod'
import { calendarMinute } from './calendar.ts'
import { webAddress } from './field.ts'

/** Details of the publisher; unset values are not shown. */
export const publisherSchema = z
  .strictObject({
    organizer: z.string().nullable().default(null).describe('主办单位。'),
    contact: z.string().nullable().default(null).describe('联系方式。'),
    correctionsUrl: webAddress
      .nullable()
      .default(null)
      .describe('“我为政府网站找错”的网址，没有为 null。'),
    siteIdCode: z.string().nullable().default(null).describe('网站标识码。'),
    icp: z.string().nullable().default(null).describe('ICP 备案号。'),
    publicSecurity: z
      .strictObject({
        number: z.string().describe('公安备案号，例如“浙公网安备33040202000123号”。'),
        code: z.string().describe('公安备案号里的那一串数字。'),
      })
      .nullable()
      .default(null)
      .describe(
        '公安备案，写作 { "number": "浙公网安备33040202000123号", "code": "33040202000123" }，没有为 null。',
      ),
    mapApproval: z.string().nullable().default(null).describe('审图号。'),
    body: z.string().min(1).nullish().describe('页面上的机构名称，不写为本站的。'),
    stamp: z
      .string()
      .min(1)
      .nullish()
      .describe('每一处呈现都盖的戳记，例如“示例数据”；正式的版本不写。'),
    publishedAt: calendarMinute
      .nullable()
      .default(null)
      .describe('发布时间，写作年-月-日 时:分，没有为 null。'),
  })
  .describe('发布者信息，未填的不显示。')
/** Who publishes the report. */
export type Publisher = z.infer<typeof publisherSchema>
