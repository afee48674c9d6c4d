import gcoord from 'gcoord'
import type { LngLat } from './lngLat.ts'

const systems = { wgs84: gcoord.WGS84, gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const

/** A point's coordinates as registered, and the system they are in. */
interface RegisteredPlace {
  id: string
  coordinates: LngLat | null
  crs: keyof typeof systems | null
}

/** A point's coordinates in WGS-84; null if it has none; throws if coordinates come without their system. */
export function toWgs84(point: RegisteredPlace): LngLat | null {
  if (!point.coordinates) return null
  if (!point.crs) throw new Error(`联系点 ${point.id} 有坐标而没有写明坐标系`)
  return gcoord.transform([...point.coordinates], systems[point.crs], gcoord.WGS84)
}

/** Degrees to about a tenth of a metre. */
export const roundDegrees = (value: number): number => Math.round(value * 1e6) / 1e6
