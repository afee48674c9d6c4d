import { median } from 'd3'
import type { Town } from '../schemas/places.ts'
import type { LngLat } from './lngLat.ts'

/** The largest distance of a town or a point from the centre, metres. */
export const districtRadius = 25_000

/** The median position of the towns, which one misplaced town hardly moves; undefined if none has coordinates. */
export function districtCentre(towns: readonly Pick<Town, 'wgs84'>[]): LngLat | undefined {
  const places = towns.flatMap(({ wgs84 }) => (wgs84 ? [wgs84] : []))
  const lng = median(places, (place) => place[0])
  const lat = median(places, (place) => place[1])
  return lng === undefined || lat === undefined ? undefined : [lng, lat]
}
