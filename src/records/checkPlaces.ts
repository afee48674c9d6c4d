import { type Document, problemAt } from '../documents/document.ts'
import type { Problem, ProblemWords } from '../documents/problem.ts'
import { townSchema } from '../schemas/shared.ts'
import { liaisonPointSchema } from '../sets/liaisonPoints.ts'
import type { Registers } from './registers.ts'
import { validRecords } from './validRecords.ts'

const words = (found: string, expected: string, hint: string): ProblemWords => ({
  found,
  expected,
  hint,
})

/** Coordinates without their reference system, precision or source, and the other way round. */
export function checkPlaces(registers: Registers): Problem[] {
  const problems: Problem[] = []
  const points = registers.byName.get('liaison-points')?.document
  for (const { record, path } of validRecords(points, 'records', liaisonPointSchema)) {
    if ((record.coordinates === null) === (record.crs === null)) continue
    const missing = record.crs === null
    const found = missing ? '有坐标而没有坐标系' : '有坐标系而没有坐标'
    const hint = '坐标和坐标系同时填，或同时为 null；高德、腾讯为 gcj02，百度为 bd09'
    const field = missing ? 'crs' : 'coordinates'
    const expected = missing ? 'wgs84、gcj02 或 bd09' : '[经度, 纬度]'
    problems.push(problemAt(points as Document, [...path, field], words(found, expected, hint)))
  }
  const towns = registers.byName.get('towns')?.document
  for (const { record, path } of validRecords(towns, 'towns', townSchema)) {
    const at = (field: string, found: string, expected: string, hint: string) =>
      problems.push(problemAt(towns as Document, [...path, field], words(found, expected, hint)))
    const known = record.wgs84 !== null
    for (const field of ['precisionKm', 'source'] as const) {
      if ((record[field] !== null) === known) continue
      const hint = '坐标、精度、来源三项同时填，或同时为 null'
      if (known)
        at(field, '有坐标而没有这一项', field === 'source' ? '来源编号' : '坐标精度，公里', hint)
      else at(field, '没有坐标却有这一项', 'null', hint)
    }
  }
  return problems
}
