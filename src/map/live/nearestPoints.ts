import { metresBetween } from '../../places/distance.ts'
import type { LngLat } from '../../places/lngLat.ts'
import type { ListedPoint } from './listedPoint.ts'

/** The points with coordinates that are nearest, nearest first. */
export function nearestPoints(
  points: readonly ListedPoint[],
  here: LngLat,
  limit: number,
): { point: ListedPoint; metres: number }[] {
  return points
    .flatMap((point) => (point.at ? [{ point, metres: metresBetween(here, point.at) }] : []))
    .sort((a, b) => a.metres - b.metres)
    .slice(0, limit)
}
