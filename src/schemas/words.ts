import { z } from 'zod'
import { fieldRoles, reference } from './field.ts'

const phrase = z.string().min(1).register(fieldRoles, { role: 'key' })

export const protectedPhrasesSchema = z
  .array(
    z.strictObject({
      phrase: phrase.describe('须完整、逐字出现的提法。'),
      fragment: z.string().min(1).describe('一旦出现就须整句出现的片段。'),
      chapters: z.array(reference('chapters')).describe('必须出现的页面。'),
    }),
  )
  .describe('不得截断、改写的提法。')

export const allowedQuantitiesSchema = z
  .array(
    z.strictObject({
      phrase: phrase.describe('允许原样出现、含数字或汉字数字的词语。'),
      reason: z.string().min(1).describe('为什么它不是一个须绑定的数。'),
    }),
  )
  .describe('不须绑定的词语。')

export const uncountedWordsSchema = z
  .array(
    z
      .string()
      .regex(/(?:[^\d一二两三四五六七八九十百千万亿几半].*){2}/, '应为整个词语，不能只是一个数'),
  )
  .describe('日常的提法和名称，含数字而不计数，不须绑定；没有用到也不必删。')

export const everydayWordsSchema = z
  .array(
    z.strictObject({
      asked: z.array(z.string().min(2)).min(1).describe('读者会怎样问，不必是本站的说法。'),
      means: z.string().min(2).describe('本站的说法，须在网页上逐字出现。'),
    }),
  )
  .describe('检索里日常的问法，各对着本站的一个说法。')

const plainWords = z.array(z.string().min(1))

export const plainWordsSchema = z
  .strictObject({
    before: plainWords.describe('紧挨在数前面、不限定这个数的词语。'),
    after: plainWords.describe('紧跟在单位后面、不限定这个数的词语。'),
  })
  .describe('原词里挨着数、但不限定数的词语。')
