import { z } from 'zod'
import { absences, copyText, reference } from '../schemas/field.ts'
import { sourceReferenceSchema } from '../schemas/observation.ts'
import { recordId } from '../schemas/recordSet.ts'
import { defineSet } from './define.ts'

/** One photograph's caption; the picture itself is null until staff supply one. */
export const captionSchema = z.strictObject({
  id: recordId,
  chapter: reference('chapters').describe('图注所在的章。').meta({ title: '章' }),
  text: copyText
    .describe('图注所记之事，本站改写；句中可用占位引用，短语之间可用 | 标出可换行处。')
    .meta({ title: '图注' }),
  missing: copyText.describe('图注没有写明的内容。').meta({ title: '未写明' }),
  image: z
    .string()
    .nullable()
    .default(null)
    .refine((value) => value === null, '应为 null：网页还不配图，登记了也不会出现')
    .register(absences, { word: '未提供' })
    .describe('图片文件，未提供为 null。')
    .meta({ title: '图片' }),
  source: sourceReferenceSchema.describe('出处。').meta({ title: '出处' }),
})
export const captionsSchema = z.array(captionSchema).describe('八条图注。')
export type Caption = z.infer<typeof captionSchema>

/** The captions of the edition's photographs. */
export const captionSet = defineSet({
  schema: captionsSchema,
  key: '图注编号',
  tables: [
    {
      name: 'captions',
      title: '图注',
      record: captionSchema,
      rows: (entries) => entries,
      last: ['chapter', 'source'],
      shown: ['text', 'missing', 'image', 'source'],
    },
  ],
})
