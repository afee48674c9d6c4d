import { metresBetween } from '../../places/distance.ts'
import type { LngLat } from '../../places/lngLat.ts'
import type { ListedPoint } from './listedPoint.ts'

/** The points with a place of their own that lie nearest, nearest first; points without one are left out. */
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
