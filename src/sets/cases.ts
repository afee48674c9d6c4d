import { z } from 'zod'
import { copyText, reference } from '../schemas/field.ts'
import { sourceReferenceSchema } from '../schemas/observation.ts'
import { recordId } from '../schemas/recordSet.ts'
import { defineSet } from './define.ts'

/** One step of a case, in the source's order. */
export const caseStepSchema = z.strictObject({
  label: copyText.max(4).describe('环节的短名，不超过四字。').meta({ title: '环节' }),
  text: copyText
    .describe('这一步做了什么，本站改写；句中可用占位引用。')
    .meta({ title: '做了什么' }),
  brief: copyText
    .max(24)
    .optional()
    .describe('图上写的短句，不写就照正文。')
    .meta({ title: '图上短句' }),
  together: z
    .array(copyText.max(6))
    .optional()
    .describe('这一步里同时进行的几件，图上并排。')
    .meta({ title: '同时进行' }),
  source: sourceReferenceSchema.describe('出处。').meta({ title: '出处' }),
})

/** One matter told from its beginning to what came after, in the source's order and never as cause and effect. */
export const caseSchema = z.strictObject({
  id: recordId,
  chapter: reference('chapters').describe('讲这件事的章，网址段。').meta({ title: '章' }),
  title: copyText.describe('事由。').meta({ title: '事由' }),
  steps: z.array(caseStepSchema).min(2).describe('各步，次序照原文。').meta({ title: '经过' }),
  after: z
    .array(
      z.strictObject({
        indicator: reference('indicators').describe('指标编号。').meta({ title: '指标编号' }),
        label: copyText.max(8).describe('图上写在数前的短名，不超过八字。').meta({ title: '短名' }),
      }),
    )
    .optional()
    .describe('后来的情形，图上与各步分开记。')
    .meta({ title: '后来' }),
})
export const casesSchema = z
  .array(caseSchema)
  .describe('原文从头讲到尾的事。')
  .meta({ title: '事例' })

/** Matters told from beginning to end, a row for each step. */
export const caseSet = defineSet({
  schema: casesSchema,
  tables: [
    {
      name: 'cases',
      title: '事例经过',
      record: z.strictObject({ of: caseSchema.shape.title, ...caseStepSchema.shape }),
      rows: (entries) =>
        entries.flatMap(({ title, steps }) => steps.map((step) => ({ of: title, ...step }))),
    },
  ],
})
