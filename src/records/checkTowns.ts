import { problemAt } from '../documents/document.ts'
import type { Problem } from '../documents/problem.ts'
import { validRecords } from '../documents/validRecords.ts'
import { formatDistance, metresBetween } from '../places/distance.ts'
import { districtCentre, districtRadius } from '../places/districtCentre.ts'
import { townSchema } from '../schemas/places.ts'
import type { Registers } from './registers.ts'

/** Towns with coordinates but no precision or source of them, the other way round, or far from all the others. */
export function checkTowns(registers: Registers): Problem[] {
  const document = registers.byName.get('towns')?.document
  if (!document) return []
  const towns = validRecords(document, 'towns', townSchema)
  const centre = districtCentre(towns.map(({ record }) => record))
  return towns.flatMap(({ record, path }) => {
    const isPlaced = record.wgs84 !== null
    const halves = (['precisionKm', 'source'] as const).flatMap((field) => {
      if ((record[field] !== null) === isPlaced) return []
      const hint = '坐标、精度、来源三项同时填，或同时为 null'
      const wanted = field === 'source' ? '来源编号' : '坐标精度，公里'
      const words = isPlaced
        ? { found: '有坐标而没有这一项', expected: wanted, hint }
        : { found: '没有坐标却有这一项', expected: 'null', hint }
      return problemAt(document, [...path, field], words)
    })
    const metres = centre && record.wgs84 ? metresBetween(record.wgs84, centre) : 0
    if (metres <= districtRadius) return halves
    const astray = problemAt(document, [...path, 'wgs84'], {
      found: `${record.name}的坐标离各镇街的中心${formatDistance(metres)}`,
      expected: `离中心 ${districtRadius / 1000} 公里以内的坐标`,
      hint: '核对数字，经度在前、纬度在后',
    })
    return [...halves, astray]
  })
}
