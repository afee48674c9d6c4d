import { median } from 'd3'
import type { Town } from '../schemas/shared.ts'
import type { LngLat } from './projection.ts'

/** How far from the centre a town or a point may lie, metres. */
export const districtRadius = 25_000

/** The middle of the towns, which one misplaced town does not move far; undefined without towns that have a place. */
export function districtCentre(
  towns: readonly Pick<Town, 'wgs84' | 'schematic'>[],
): LngLat | undefined {
  const places = towns.flatMap(({ wgs84, schematic }) => {
    const place = wgs84 ?? schematic
    return place ? [place] : []
  })
  const lng = median(places, (place) => place[0])
  const lat = median(places, (place) => place[1])
  return lng === undefined || lat === undefined ? undefined : [lng, lat]
}
