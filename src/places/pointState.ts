/** What is recorded about a point's place: its town's code, its coordinates as registered. */
export interface Whereabouts {
  town: string | null
  coordinates: readonly [longitude: number, latitude: number] | null
}

/** How much is known about a point's place: nothing (on the frame), its town (grouped), or its coordinates (placed). */
export type PointState = 'frame' | 'grouped' | 'placed'

/** Whether anything is known about a record: its name, its town or its coordinates. */
export const isRegistered = (point: Whereabouts & { name: string | null }) =>
  point.name !== null || pointState(point) !== 'frame'

/** The state of one record of the roster. */
export function pointState(point: Whereabouts): PointState {
  if (point.coordinates) return 'placed'
  return point.town === null ? 'frame' : 'grouped'
}

/** How many records are in each state. */
export function countStates(points: readonly Whereabouts[]): Record<PointState, number> {
  const counts = { frame: 0, grouped: 0, placed: 0 }
  for (const point of points) counts[pointState(point)]++
  return counts
}
