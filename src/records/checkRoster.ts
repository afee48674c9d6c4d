import { lineOf, problemAt, valueAt } from '../documents/document.ts'
import type { Problem } from '../documents/problem.ts'
import { closePairs } from '../places/closePairs.ts'
import { formatDistance, metresBetween } from '../places/distance.ts'
import { districtCentre, districtRadius } from '../places/districtCentre.ts'
import type { LngLat } from '../places/lngLat.ts'
import { toWgs84 } from '../places/wgs84.ts'
import type { Observation } from '../schemas/observation.ts'
import { townSchema } from '../schemas/shared.ts'
import { type LiaisonPoint, liaisonPointSchema } from '../sets/liaisonPoints.ts'
import type { Registers } from './registers.ts'
import { validRecords } from './validRecords.ts'

/** Two points nearer than this are one point entered twice, metres. */
const sameSpot = 5

/** What may have gone wrong with coordinates that lie outside the district. */
function placeHint(point: LiaisonPoint, centre: LngLat): string {
  const [lng, lat] = point.coordinates as [number, number]
  const inside = (place: LngLat) => metresBetween(place, centre) <= districtRadius
  if (inside([lat, lng])) return `经纬度多半写反了，应为 [${lat}, ${lng}]`
  const other = (['wgs84', 'gcj02', 'bd09'] as const).find(
    (crs) => crs !== point.crs && inside(toWgs84({ ...point, crs }) as LngLat),
  )
  return other
    ? `坐标系多半是 ${other}；高德、腾讯为 gcj02，百度为 bd09`
    : '核对经度、纬度和坐标系；经度在前，纬度在后'
}

/** Rosters that hold nothing although their number is published, and points outside the district or entered twice. */
export function checkRoster(registers: Registers, observations: readonly Observation[]): Problem[] {
  const document = registers.byName.get('liaison-points')?.document
  if (!document) return []
  const records = valueAt(document.value, ['records'])
  const stated = observations.find(({ id }) => id === valueAt(document.value, ['stated']))
  const isEmpty = Array.isArray(records) && records.length === 0
  if (isEmpty && stated?.value !== null) {
    const words = {
      found: '空的名录',
      expected: '至少一条记录',
      hint: '名录还没有公布时，每个已覆盖的村社留一条，除编号外均为 null',
    }
    return [problemAt(document, ['records'], words)]
  }
  const towns = validRecords(registers.byName.get('towns')?.document, 'towns', townSchema)
  const centre = districtCentre(towns.map(({ record }) => record))
  const placed = validRecords(document, 'records', liaisonPointSchema)
    .filter(({ record }) => record.coordinates !== null && record.crs !== null)
    .map(({ record, path }) => ({ record, path, at: toWgs84(record) as LngLat }))

  const astray = towns.flatMap(({ record, path }) => {
    const metres = centre && record.wgs84 ? metresBetween(record.wgs84, centre) : 0
    const list = registers.byName.get('towns')?.document
    if (!list || metres <= districtRadius) return []
    const words = {
      found: `${record.name}的坐标离各镇街的中心${formatDistance(metres)}`,
      expected: `离中心 ${districtRadius / 1000} 公里以内的坐标`,
      hint: '核对数字，经度在前、纬度在后',
    }
    return [problemAt(list, [...path, 'wgs84'], words)]
  })
  const outside = placed.flatMap(({ record, path, at }) => {
    const metres = centre ? metresBetween(at, centre) : 0
    if (!centre || metres <= districtRadius) return []
    const words = {
      found: `联系点“${record.name ?? record.id}”的坐标离全区中心${formatDistance(metres)}`,
      expected: `离全区中心 ${districtRadius / 1000} 公里以内的坐标`,
      hint: placeHint(record, centre),
    }
    return [problemAt(document, [...path, 'coordinates'], words)]
  })
  const twice = closePairs(
    placed.map(({ at }) => at),
    sameSpot,
  ).map(({ index, earlier }) => {
    const [point, first] = [placed[index], placed[earlier]] as [
      (typeof placed)[number],
      (typeof placed)[number],
    ]
    const words = {
      found: `联系点“${point.record.name ?? point.record.id}”与“${first.record.name ?? first.record.id}”相距不到 ${sameSpot} 米`,
      expected: '每个联系点一条，各在自己的位置上',
      hint: `“${first.record.id}”在第 ${lineOf(document, first.path)} 行，核对坐标，或删去重复的一条`,
    }
    return problemAt(document, [...point.path, 'coordinates'], words)
  })
  return [...astray, ...outside, ...twice]
}
