import { z } from 'zod'
import { copyText } from './field.ts'
import { recordId } from './recordSet.ts'

export const glossarySchema = z
  .array(
    z.strictObject({
      id: recordId,
      term: copyText.max(20).describe('名词，按正文写法。').meta({ title: '名词' }),
      definition: copyText.describe('释义，本站编写，不属原文。').meta({ title: '释义' }),
    }),
  )
  .describe('名词释义。')
