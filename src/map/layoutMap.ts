import type { LiaisonPoint } from '../schemas/liaisonPoints.ts'
import type { Town } from '../schemas/shared.ts'
import type { Box, Place } from './box.ts'
import { framePlaces } from './frame.ts'
import { inside, type MapSize } from './mapSize.ts'
import { countStates, type PointState, pointState } from './pointState.ts'
import { fitMercator, type LngLat, type Projection } from './projection.ts'
import { groupByTown, layTowns, type TownMark, townPlace } from './townMarks.ts'
import { toWgs84 } from './wgs84.ts'

/** A liaison point's dot: hollow on the frame, solid under its town's name, or solid at its place. */
export interface PointMark extends Place {
  id: string
  state: PointState
  town: string | null
  radius: number
  /** WGS-84 place of a point that has one, else null. */
  at: LngLat | null
}

/** One cut of the map, ready to be drawn. */
export interface MapLayout {
  size: MapSize
  projection: Projection
  neatline: Box
  towns: TownMark[]
  points: PointMark[]
  counts: Record<PointState, number>
}

/** Fits towns and placed points between the margins that the names need. */
function fit(places: LngLat[], size: MapSize): Projection {
  const { left, top, right, bottom } = inside(size, size.neatline)
  const { margin } = size
  return fitMercator(places, {
    left: left + margin.left,
    top: top + margin.top,
    right: right - margin.right,
    bottom: bottom - margin.bottom,
  })
}

/**
 * Lays out towns and liaison points for one cut; throws when a point names a town that is not listed,
 * has coordinates without their system, or a town has no place at all.
 */
export function layoutMap(
  towns: readonly Town[],
  points: readonly LiaisonPoint[],
  size: MapSize,
): MapLayout {
  const located = points.map(toWgs84)
  const exact = located.filter((at) => at !== null)
  const projection = fit([...towns.map(townPlace), ...exact], size)
  const placed = exact.map(projection.project)
  const groups = groupByTown(towns, points)
  const { marks, grouped } = layTowns(towns, groups, placed, projection, size)

  // A point that leaves the frame leaves its gap: every record keeps its own place there.
  const frame = framePlaces(points.length, inside(size, size.inset))
  const [first, second] = frame
  const step = first && second ? Math.hypot(first.x - second.x, first.y - second.y) : size.width
  const dots = points.map((point, index): PointMark => {
    const state = pointState(point)
    const at = located[index] ?? null
    const place = at ? projection.project(at) : (grouped.get(point.id) ?? frame[index])
    const radius = state === 'frame' ? Math.min(size.dot, step * 0.27) : size.point
    return { ...(place as Place), id: point.id, state, town: point.town, radius, at }
  })

  return {
    size,
    projection,
    neatline: inside(size, size.neatline),
    towns: marks,
    points: dots,
    counts: countStates(points),
  }
}
