import type { Town } from '../../schemas/places.ts'
import type { Edition } from '../../sets/edition.ts'
import { unplacedHeading } from './unplacedRow.ts'

type Sources = Edition['sources']

/** The short name of a source of coordinates; throws when the source is not listed. */
export function sourceName(sources: Sources, id: string): string {
  const source = sources.find((item) => item.id === id)
  if (!source) throw new Error(`没有编号为“${id}”的来源，请核对 sources.json`)
  return source.publisher ?? source.title
}

/** The source of a town's coordinates: 位置：GeoNames，约1公里 or 位置待登记. */
export function formatPosition(town: Town, sources: Sources): string {
  if (!town.wgs84 || town.source === null) return unplacedHeading
  const source = sourceName(sources, town.source)
  const precision = town.precisionKm === null ? '' : `，精度约${town.precisionKm}公里`
  return `位置：${source}${precision}`
}

/** The range of precision of the towns that have coordinates: 精度约1公里, 精度约1～1.5公里; null if none is recorded. */
export function formatPrecision(towns: readonly Town[]): string | null {
  const values = towns.flatMap((town) => (town.precisionKm === null ? [] : [town.precisionKm]))
  if (values.length === 0) return null
  const [min, max] = [Math.min(...values), Math.max(...values)]
  return min === max ? `精度约${min}公里` : `精度约${min}～${max}公里`
}
