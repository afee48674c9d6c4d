import { z } from 'zod'
import { systemAliases, systemChoices, systemNames } from '../places/coordinateSystem.ts'
import { isRegistered, pointState } from '../places/pointState.ts'
import { roundDegrees, toWgs84 } from '../places/wgs84.ts'
import { absences, fieldRoles, reference } from '../schemas/field.ts'
import { statusSchema } from '../schemas/observation.ts'
import { recordId, recordSet, undisclosedCount, undisclosedText } from '../schemas/recordSet.ts'
import { checkRoster } from './checkRoster.ts'
import { computed, defineSet } from './define.ts'

/** One slot per covered 村社; every field but id stays null until the roster is imported. */
export const liaisonPointSchema = z.strictObject({
  id: recordId,
  name: undisclosedText('联系点名称，未公布为 null。').meta({ title: '名称' }),
  town: z
    .string()
    .regex(/^\d{9}$/, '镇街代码应为九位数字')
    .register(fieldRoles, { role: 'reference', to: 'towns' })
    .nullable()
    .default(null)
    .describe('所属镇街代码，见 data/towns.json；未公布为 null。')
    .meta({ title: '镇街代码' }),
  kind: z
    .enum(['村', '社区', '其他'])
    .nullable()
    .default(null)
    .describe('类型，未公布为 null。')
    .meta({ title: '类型' }),
  address: undisclosedText('地址，未公布为 null。').meta({ title: '地址' }),
  coordinates: z
    .tuple([
      z
        .number()
        .min(-180)
        .max(180)
        .describe('经度，度；经度在前，纬度在后。')
        .meta({ title: '经度', axis: 'longitude' }),
      z
        .number()
        .min(-90)
        .max(90)
        .describe('纬度，度；大于 90 的多半是经纬度写反了，经度在前。')
        .meta({ title: '纬度', axis: 'latitude' }),
    ])
    .nullable()
    .default(null)
    .describe('坐标，[经度, 纬度]，度；未公布为 null。'),
  crs: z
    .enum(['wgs84', 'gcj02', 'bd09'])
    .nullable()
    .default(null)
    .register(absences, { word: '无' })
    .describe('坐标系，有坐标时必填。')
    .meta({ title: '登记时的坐标系', choices: systemChoices, aliases: systemAliases }),
  hours: undisclosedText('开放时间，未公布为 null。').meta({ title: '开放时间' }),
  venue: z
    .enum(['民生议事堂', '委员工作室', '委员会客厅', '其他'])
    .nullable()
    .default(null)
    .describe('所在载体，未公布为 null。')
    .meta({ title: '载体' }),
  qrCodes: undisclosedCount('“码上商”二维码数，个；未公布为 null。').meta({
    title: '二维码数',
    unit: '个',
  }),
  note: z
    .string()
    .min(1)
    .nullable()
    .default(null)
    .register(absences, { word: '无' })
    .describe('备注，没有则为 null。')
    .meta({ title: '备注' }),
  status: statusSchema,
})
export type LiaisonPoint = z.infer<typeof liaisonPointSchema>
export const liaisonPointsSchema = recordSet(
  liaisonPointSchema,
  '社情民意信息联系点：每个已覆盖的村社一格，名录导入前除编号外均为空。',
).extend({
  statedTowns: reference('indicators')
    .describe('原文所述镇街总数对应的指标编号。')
    .meta({ title: '镇街总数的指标' }),
  statedQrCodes: reference('indicators')
    .describe('原文所述二维码总数对应的指标编号。')
    .meta({ title: '二维码总数的指标' }),
})

/** One of a point's degrees in WGS-84; empty, not a word, where it has none, as map software expects. */
const degrees = (point: LiaisonPoint, axis: 0 | 1) => {
  const at = toWgs84(point)
  return at ? roundDegrees(at[axis]) : ''
}

/** How exactly a point's place is known, in words. */
const precision = { placed: '有坐标', grouped: '只知镇街', frame: null } as const

/** The roster of 社情民意信息联系点. */
export const liaisonPointSet = defineSet({
  schema: liaisonPointsSchema,
  tables: [
    {
      name: 'liaison-points',
      title: '联系点覆盖的村社',
      record: liaisonPointSchema,
      rows: ({ stated, records }) => ({ stated, records: records.filter(isRegistered) }),
      computed: {
        longitude: computed<LiaisonPoint>({
          title: `经度（${systemNames.wgs84}）`,
          for: 'coordinates',
          value: (point) => degrees(point, 0),
        }),
        latitude: computed<LiaisonPoint>({
          title: `纬度（${systemNames.wgs84}）`,
          for: 'coordinates',
          value: (point) => degrees(point, 1),
        }),
        precision: computed<LiaisonPoint>({
          title: '位置精度',
          after: 'coordinates',
          value: (point) => precision[pointState(point)],
        }),
        // Its degrees stand before it in WGS-84: named `crs`, it would have them converted once more.
        registeredCrs: computed<LiaisonPoint>({
          title: '登记时的坐标系（坐标已换算）',
          for: 'crs',
          value: ({ crs }) => crs && systemNames[crs],
        }),
      },
      shown: [
        'id',
        'name',
        'town',
        'kind',
        'address',
        'hours',
        'venue',
        'qrCodes',
        'note',
        'status',
      ],
    },
  ],
  check: (written) => checkRoster(written, liaisonPointSchema),
})
