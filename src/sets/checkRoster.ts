import type { z } from 'zod'
import { type Document, lineOf, type Path, problemAt, valueAt } from '../documents/document.ts'
import type { Problem } from '../documents/problem.ts'
import { validRecords } from '../documents/validRecords.ts'
import { closePairs } from '../places/closePairs.ts'
import { systemNames } from '../places/coordinateSystem.ts'
import { formatDistance, metresBetween } from '../places/distance.ts'
import { districtCentre, districtRadius } from '../places/districtCentre.ts'
import type { LngLat } from '../places/lngLat.ts'
import { toWgs84 } from '../places/wgs84.ts'
import { townSchema } from '../schemas/places.ts'
import type { WrittenSet } from './define.ts'

/** Two points closer than this are one point entered twice, metres. */
const samePointMetres = 5

/** What the checks look at in a point of the roster. */
interface RosterPoint {
  id: string
  name: string | null
  town: string | null
  coordinates: [longitude: number, latitude: number] | null
  crs: keyof typeof systemNames | null
  address: string | null
  status: string
}

/** A valid point with where it was written, and its place in WGS-84. */
interface PlacedPoint {
  record: RosterPoint
  path: Path
  at: LngLat
}

const crsNames = Object.keys(systemNames) as (keyof typeof systemNames)[]

/** What may be wrong with coordinates outside the district. */
function placeHint(point: RosterPoint, centre: LngLat): string {
  const [lng, lat] = point.coordinates as [number, number]
  const isInside = (place: LngLat) => metresBetween(place, centre) <= districtRadius
  if (isInside([lat, lng])) return `经纬度多半写反了，应为 [${lat}, ${lng}]`
  const other = crsNames.find(
    (crs) => crs !== point.crs && isInside(toWgs84({ ...point, crs }) as LngLat),
  )
  return other
    ? `坐标系多半是 ${other}；高德、腾讯为 gcj02，百度为 bd09`
    : '核对经度、纬度和坐标系；经度在前，纬度在后'
}

/** A roster that holds nothing although the number of points is published. */
function emptyRoster({ document, observations }: WrittenSet): Problem[] {
  const records = valueAt(document.value, ['records'])
  const stated = observations.find(
    ({ observation }) => observation.id === valueAt(document.value, ['stated']),
  )
  if (!Array.isArray(records) || records.length > 0 || stated?.observation.value === null) return []
  return [
    problemAt(document, ['records'], {
      found: '空的名录',
      expected: '至少一条记录',
      hint: '名录还没有公布时，每个已覆盖的村社留一条，除编号外均为 null',
    }),
  ]
}

/** Coordinates without their reference system, and the other way round. */
function halfPlaced({ document }: WrittenSet, schema: z.ZodType<RosterPoint>): Problem[] {
  return validRecords(document, 'records', schema).flatMap(({ record, path }) => {
    if ((record.coordinates === null) === (record.crs === null)) return []
    const isUnnamed = record.crs === null
    return problemAt(document, [...path, isUnnamed ? 'crs' : 'coordinates'], {
      found: isUnnamed ? '有坐标而没有坐标系' : '有坐标系而没有坐标',
      expected: isUnnamed ? 'wgs84、gcj02 或 bd09' : '[经度, 纬度]',
      hint: '坐标和坐标系同时填，或同时为 null；高德、腾讯为 gcj02，百度为 bd09',
    })
  })
}

/** Points that say 未公布 of themselves although their name, address or place is registered. */
function forgottenStatus({ document }: WrittenSet, schema: z.ZodType<RosterPoint>): Problem[] {
  return validRecords(document, 'records', schema).flatMap(({ record, path }) => {
    const known = [
      ...(record.name === null ? [] : ['名称']),
      ...(record.address === null ? [] : ['地址']),
      ...(record.coordinates === null ? [] : ['坐标']),
    ]
    if (record.status !== 'undisclosed' || known.length === 0) return []
    return problemAt(document, [...path, 'status'], {
      found: `状态是“未公布”，而${known.join('、')}已登记`,
      expected: 'reported（已刊载）',
      hint: '多半是登记时忘了改；真的还不能公布，就先不登记',
    })
  })
}

/** Points outside the district. */
function outside(document: Document, placed: readonly PlacedPoint[], centre: LngLat): Problem[] {
  return placed.flatMap(({ record, path, at }) => {
    const metres = metresBetween(at, centre)
    if (metres <= districtRadius) return []
    return problemAt(document, [...path, 'coordinates'], {
      found: `联系点“${record.name ?? record.id}”的坐标离全区中心${formatDistance(metres)}`,
      expected: `离全区中心 ${districtRadius / 1000} 公里以内的坐标`,
      hint: placeHint(record, centre),
    })
  })
}

/** Points that were entered twice. */
function enteredTwice(document: Document, placed: readonly PlacedPoint[]): Problem[] {
  const places = placed.map(({ at }) => at)
  return closePairs(places, samePointMetres).map(({ index, earlier }) => {
    const [point, first] = [placed[index], placed[earlier]] as [PlacedPoint, PlacedPoint]
    return problemAt(document, [...point.path, 'coordinates'], {
      found: `联系点“${point.record.name ?? point.record.id}”与“${first.record.name ?? first.record.id}”相距不到 ${samePointMetres} 米`,
      expected: '每个联系点一条，各在自己的位置上',
      hint: `“${first.record.id}”在第 ${lineOf(document, first.path)} 行，核对坐标，或删去重复的一条`,
    })
  })
}

/** Points of one town with one name that nothing tells apart: neither their addresses nor their places. */
function namedTwice({ document }: WrittenSet, schema: z.ZodType<RosterPoint>): Problem[] {
  const named = validRecords(document, 'records', schema).filter(({ record }) => record.name)
  const alike = Map.groupBy(named, ({ record }) => `${record.town} ${record.name}`)
  return [...alike.values()].flatMap((same) =>
    same.slice(1).flatMap((point, at) => {
      const isTold = ({ record }: typeof point, other: RosterPoint) =>
        (record.address !== null && other.address !== null && record.address !== other.address) ||
        (record.coordinates !== null && other.coordinates !== null)
      const first = same.slice(0, at + 1).find(({ record }) => !isTold(point, record))
      if (!first) return []
      return problemAt(document, [...point.path, 'name'], {
        found: `又一个联系点“${point.record.name}”`,
        expected: '同一镇街里各有各的名称，或各有写明的地址',
        hint: `“${first.record.id}”在第 ${lineOf(document, first.path)} 行，重复登记的删去一条；确是两处，都写上地址`,
      })
    }),
  )
}

/** A roster without a record, and points without a system, outside the district or entered twice. */
export function checkRoster(written: WrittenSet, schema: z.ZodType<RosterPoint>): Problem[] {
  const { document } = written
  const placed = validRecords(document, 'records', schema)
    .filter(({ record }) => record.coordinates !== null && record.crs !== null)
    .map((point) => ({ ...point, at: toWgs84(point.record) as LngLat }))
  const towns = validRecords(written.shared('towns'), 'towns', townSchema)
  const centre = districtCentre(towns.map(({ record }) => record))
  return [
    ...emptyRoster(written),
    ...halfPlaced(written, schema),
    ...forgottenStatus(written, schema),
    ...(centre ? outside(document, placed, centre) : []),
    ...enteredTwice(document, placed),
    ...namedTwice(written, schema),
  ]
}
