import type { LiaisonPoint } from '../schemas/liaisonPoints.ts'

/** How much of a point's place is known: nothing (on the frame), its town (grouped), or the place itself (placed). */
export type PointState = 'frame' | 'grouped' | 'placed'

/** Whether anything is known of a record: its name, its town or its place. */
export const isRegistered = (point: Pick<LiaisonPoint, 'name' | 'town' | 'coordinates'>) =>
  point.name !== null || pointState(point) !== 'frame'

/** The state of one record of the roster. */
export function pointState(point: Pick<LiaisonPoint, 'town' | 'coordinates'>): PointState {
  if (point.coordinates) return 'placed'
  return point.town === null ? 'frame' : 'grouped'
}

/** How many records are in each state. */
export function countStates(
  points: readonly Pick<LiaisonPoint, 'town' | 'coordinates'>[],
): Record<PointState, number> {
  const counts = { frame: 0, grouped: 0, placed: 0 }
  for (const point of points) counts[pointState(point)]++
  return counts
}
