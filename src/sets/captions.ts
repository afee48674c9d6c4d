import { z } from 'zod'
import { absences, copyText, reference } from '../schemas/field.ts'
import { sourceReferenceSchema } from '../schemas/observation.ts'
import { photoPath } from '../schemas/photo.ts'
import { recordId } from '../schemas/recordSet.ts'
import { defineSet } from './define.ts'

const captionFields = z.strictObject({
  id: recordId,
  chapter: reference('chapters').describe('图注所在的章。').meta({ title: '章' }),
  text: copyText
    .describe('图注所记之事，本站改写；句中可用占位引用，短语之间可用 | 标出可换行处。')
    .meta({ title: '图注' }),
  missing: copyText.describe('图注没有写明的内容。').meta({ title: '未写明' }),
  image: z
    .string()
    .regex(/^[^/\\\p{Cc}]+$/u, '应为文件名，不带文件夹')
    .nullable()
    .default(null)
    .register(absences, { word: '未提供' })
    .describe('照片，在这一版的 photos/ 里，未提供为 null。')
    .meta({ title: '图片' }),
  alt: copyText
    .nullable()
    .default(null)
    .register(absences, { word: '未提供' })
    .describe('画面上有什么，读给看不见照片的人听；有照片必写，没有为 null。')
    .meta({ title: '画面' }),
  credit: z
    .string()
    .min(1)
    .max(40)
    .nullable()
    .default(null)
    .register(absences, { word: '未提供' })
    .describe('照片的署名，例如“区政协办公室供图”；有照片必写，没有为 null。')
    .meta({ title: '署名' }),
  source: sourceReferenceSchema.describe('出处。').meta({ title: '出处' }),
})

const withoutMarks = (text: string) => text.replace(/[|\p{P}]/gu, '')

/** One photograph's caption; the picture itself is null until staff supply one, and comes with its description and credit. */
export const captionSchema = captionFields.superRefine(({ text, image, alt, credit }, context) => {
  for (const [field, value] of Object.entries({ alt, credit })) {
    if ((value === null) === (image === null)) continue
    const message = image ? '应为文本，有照片就要写' : '应为 null，没有照片就不写'
    context.addIssue({ code: 'custom', path: [field], message })
  }
  if (alt !== null && withoutMarks(alt) === withoutMarks(text))
    context.addIssue({
      code: 'custom',
      path: ['alt'],
      message: '应为画面上有什么，不是照抄图注，否则读屏软件念两遍',
    })
})
export const captionsSchema = z.array(captionSchema).describe('图注。')
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
      // The name of the original file may say more than its owner wants to publish.
      rows: (entries) =>
        entries.map((entry) => ({ ...entry, image: entry.image && photoPath(entry.id) })),
      last: ['chapter', 'source'],
      shown: ['text', 'missing', 'image', 'source'],
    },
  ],
})
