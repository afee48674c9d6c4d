import { z } from 'zod'
import { absences, copyText, webAddress } from './field.ts'
import { recordId } from './recordSet.ts'

export const sourcesSchema = z
  .array(
    z.strictObject({
      id: recordId,
      title: z.string().min(1).max(80).describe('名称。').meta({ title: '名称' }),
      short: z
        .string()
        .min(1)
        .max(12)
        .optional()
        .describe('出处里的简称，例如“原文”；不写为名称。'),
      describes: copyText.describe('本站从中取了什么。').meta({ title: '取用' }),
      parts: z
        .array(
          z.strictObject({
            name: z.string().min(1).max(20).describe('部分的名称。'),
            each: z.string().min(1).max(2).optional().describe('按什么数，例如“条”；不写为“段”。'),
          }),
        )
        .optional()
        .describe('它的各部分，出处的 section 只写这里有的；不作出处的不写。'),
      publisher: z
        .string()
        .nullable()
        .default(null)
        .register(absences, { word: '不详' })
        .describe('出版者，不详为 null。')
        .meta({ title: '出版者' }),
      date: z
        .string()
        .nullable()
        .default(null)
        .register(absences, { word: '不详' })
        .describe('日期，不详为 null。')
        .meta({ title: '日期' }),
      licence: z
        .string()
        .nullable()
        .default(null)
        .register(absences, { word: '不详' })
        .describe('许可，不详为 null。')
        .meta({ title: '许可' }),
      url: webAddress
        .nullable()
        .default(null)
        .register(absences, { word: '无' })
        .describe('网址，没有则为 null。')
        .meta({ title: '网址' }),
    }),
  )
  .describe('数据来源。')
export type SourceDocument = z.infer<typeof sourcesSchema>[number]
