import { z } from 'zod'
import { allBoundWords, usualWords } from './bound.ts'
import { absences, copyText, fieldRoles, reference } from './field.ts'
import { statusLabel } from './undisclosed.ts'

/** Disclosure status of a value; an undisclosed value is shown as 未公布, never as a number. */
export const statusSchema = z
  .enum(['reported', 'estimated', 'undisclosed', 'not-applicable'])
  .describe(
    '披露状态：reported 已刊载、estimated 估算、undisclosed 未公布、not-applicable 不适用。',
  )
  .meta({
    title: '状态',
    words: statusLabel,
    // One character from 未公布, which says the opposite.
    aliases: { reported: ['公布', '已公布', '公开', '已公开', '已登记'] },
  })
export type Status = z.infer<typeof statusSchema>

const boundChoices = {
  exact: '原数',
  over: '多出（余、多、超过）',
  near: '不到（近、不足）',
  about: '上下（约、左右）',
  'at-least': '不少于',
}

const qualifierFields = z.strictObject({
  bound: z
    .enum(['exact', 'over', 'near', 'about', 'at-least'])
    .describe(
      '界：exact 为原数，over 为多出（余、多、超过……），near 为不到（近、不足……），about 为上下（约、左右……），at-least 为不少于。',
    )
    .meta({ title: '界', choices: boundChoices }),
  word: z
    .enum(allBoundWords.map(({ word }) => word))
    .nullish()
    .register(absences, { word: '无' })
    .describe('原文表示界的词；over 不写为“余”，near 不写为“近”，exact 不写。')
    .meta({ title: '界的词' }),
  verb: z
    .enum(['达', '达到'])
    .nullable()
    .default(null)
    .register(absences, { word: '无' })
    .describe('原文在数字前用的动词，没有则为 null。')
    .meta({ title: '动词' }),
  scope: z
    .enum(['累计', '共', '共计', '总共', '一共', '总计', '合计', '连续', '单日最高'])
    .nullable()
    .default(null)
    .register(absences, { word: '无' })
    .describe('原文给数字限定的范围，没有则为 null。')
    .meta({ title: '范围' }),
  numerals: z
    .enum(['arabic', 'han'])
    .describe('原文用阿拉伯数字还是汉字数字。')
    .meta({ title: '数字', choices: { arabic: '阿拉伯数字', han: '汉字数字' } }),
})

/** The parts of a Chinese qualifier; they stack, as in 单日最高达10万人次. */
export const qualifierSchema = qualifierFields.superRefine(({ bound, word }, context) => {
  if (bound === 'exact') {
    if (word) context.addIssue({ code: 'custom', path: ['word'], message: '应为 null，原数没有界' })
    return
  }
  const words = allBoundWords.filter((each) => each.bound === bound)
  if (word ? words.some((each) => each.word === word) : usualWords[bound]) return
  context.addIssue({
    code: 'custom',
    path: ['word'],
    message: `应为原文的词：${words.map((each) => each.word).join('、')}`,
  })
})
export type Qualifier = z.infer<typeof qualifierSchema>

/** The place in a source document that a value or record was taken from. */
export const sourceReferenceSchema = z.strictObject({
  document: reference('sources')
    .describe('出处文件的编号，见 data/sources.json。')
    .meta({ title: '文件' }),
  section: z
    .string()
    .min(1)
    .describe('出处文件的部分，是 data/sources.json 里它的 parts 之一。')
    .meta({ title: '部分' }),
  paragraph: z
    .int()
    .min(1)
    .max(999)
    .describe('该部分中的段次，从 1 起，以合并硬换行后的自然段计；图注为第几条。')
    .meta({ title: '段次' }),
  phrase: z
    .string()
    .min(1)
    .max(20)
    .describe('原文中的原词，不超过二十字，印错的也照印。')
    .meta({ title: '原词' }),
  misprint: z
    .strictObject({
      meant: z.string().min(1).max(20).describe('原词印对了应是怎样。').meta({ title: '印错应为' }),
      reason: copyText.max(60).describe('何以知道印错。').meta({ title: '何以知道印错' }),
    })
    .optional()
    .describe('原词印错时怎样改正，没有印错不写。'),
})
export type SourceReference = z.infer<typeof sourceReferenceSchema>

/** One observation of one indicator: value, qualifier, period, status and proof. */
export const observationSchema = z
  .strictObject({
    id: z
      .string()
      .regex(
        /^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/,
        '编号应为“章.指标”的小写英文，例如 consultation.sessions',
      )
      .describe('指标编号，“章.指标”，小写英文，用连字符。')
      .register(fieldRoles, { role: 'key' })
      .meta({ title: '编号' }),
    label: copyText.max(40).describe('指标的中文名称，不含数量。').meta({ title: '指标' }),
    definition: copyText.describe('这个数数的是什么，一句话。').meta({ title: '定义' }),
    definitionId: z
      .string()
      .regex(
        /^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*@\d{4}$/,
        '应为“指标编号@年份”，指那一版里的定义，例如 consultation.sessions@2025',
      )
      .optional()
      .describe('沿用往年哪一版的定义，“指标编号@年份”；口径是本版新定的不写，就不与往年相比。')
      .meta({ title: '定义编号' }),
    value: z
      .number()
      .nonnegative()
      .max(1e12)
      .nullable()
      .describe('以基本单位计的数值，10万写作 100000；未公布为 null。')
      .meta({ title: '数值' }),
    unit: z
      .string()
      .min(1)
      .max(10)
      .refine((unit) => !/[+余多约近超]|左右|上下|以[上下内外]|不等|[之内外]$/.test(unit), {
        message: '应为只有单位的词，界（余、多、约、以上、+……）记在 qualifier 里',
      })
      .describe('计量单位，按原文。')
      .meta({ title: '单位' }),
    qualifier: qualifierSchema.describe('数字的限定词。'),
    period: z
      .string()
      .min(1)
      .max(40)
      .nullable()
      .default(null)
      .describe('原文写明的时期，按原文文字；未写明为 null。')
      .meta({ title: '期间' }),
    status: statusSchema,
    source: sourceReferenceSchema
      .nullable()
      .default(null)
      .register(absences, { word: '无' })
      .describe('出处；没有数值就没有出处，可以不写。')
      .meta({ title: '出处' }),
    caveat: copyText
      .nullable()
      .default(null)
      .register(absences, { word: '无' })
      .describe('读这个数须知道的限制；没有则为 null。')
      .meta({ title: '注意' }),
    basis: z
      .strictObject({
        records: z
          .int()
          .nonnegative()
          .describe('有内容的记录几条。')
          .meta({ title: '写注意时的记录数' }),
        values: z
          .int()
          .nonnegative()
          .describe('各条一共填了几项。')
          .meta({ title: '写注意时的项数' }),
      })
      .optional()
      .describe('写 caveat 时，这个数之下登记了多少，不写为一条也没有。'),
  })
  .refine(
    ({ value, qualifier }) =>
      value === null || qualifier.numerals === 'arabic' || (Number.isInteger(value) && value < 1e8),
    { path: ['qualifier', 'numerals'], message: '应为 arabic，汉字数字只写一亿以下的整数' },
  )
  .refine(({ value, source }) => value === null || source !== null, {
    path: ['source'],
    message: '应为出处，有数值就要写明',
  })
export type Observation = z.infer<typeof observationSchema>

export const indicatorsSchema = z.array(observationSchema).describe('本版全部指标的观测值。')
