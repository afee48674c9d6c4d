import { z } from 'zod'
import { absences, copyText, fieldRoles, reference } from './field.ts'

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
