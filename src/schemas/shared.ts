import { z } from 'zod'
import { calendarMinute } from './calendar.ts'
import { absences, copyText, fieldRoles, reference, webAddress } from './field.ts'
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

/** A town or subdistrict of the district; coordinates are WGS-84 where a source has them. */
export const townSchema = z.strictObject({
  adcode: z
    .string()
    .regex(/^\d{9}$/, '镇街代码应为九位数字')
    .describe('统计用区划代码，九位。')
    .register(fieldRoles, { role: 'key' })
    .meta({ title: '代码' }),
  name: z.string().min(1).max(20).describe('名称。').meta({ title: '镇街' }),
  wgs84: z
    .tuple([z.number(), z.number()])
    .nullable()
    .default(null)
    .register(absences, { word: '无' })
    .describe('驻地坐标，WGS-84，[经度, 纬度]，度；没有来源为 null。'),
  precisionKm: z
    .number()
    .positive()
    .max(100)
    .nullable()
    .default(null)
    .register(absences, { word: '无' })
    .describe('坐标精度，公里；没有坐标为 null。')
    .meta({ title: '精度', unit: '公里' }),
  source: reference('sources')
    .nullable()
    .default(null)
    .register(absences, { word: '无' })
    .describe('坐标来源编号，见 data/sources.json；没有为 null。')
    .meta({ title: '坐标来源' }),
})
export type Town = z.infer<typeof townSchema>
export const townsSchema = z
  .strictObject({
    note: copyText.describe('镇街名录与坐标来历的说明。'),
    towns: z.array(townSchema).min(1).describe('镇街。'),
  })
  .describe('镇街名录。')

/** The village-level units of the district, to look up when a roster is filled in; no page shows them. */
export const villagesSchema = z
  .strictObject({
    source: reference('sources').describe('名录来源编号，见 data/sources.json。'),
    villages: z
      .array(
        z.strictObject({
          code: z
            .string()
            .regex(/^\d{12}$/, '村社代码应为十二位数字')
            .describe('统计用区划代码，十二位，前九位是镇街的代码。')
            .register(fieldRoles, { role: 'key' }),
          name: z.string().min(1).max(30).describe('名称。'),
        }),
      )
      .describe('村社。'),
  })
  .describe('村社名录，填名册时查用，网页上没有。')

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
