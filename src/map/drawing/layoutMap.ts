import type { LngLat } from '../../places/lngLat.ts'
import { countStates, type PointState, pointState } from '../../places/pointState.ts'
import { toWgs84 } from '../../places/wgs84.ts'
import type { Town } from '../../schemas/places.ts'
import type { LiaisonPoint } from '../../sets/liaisonPoints.ts'
import { around, type Box, type Place } from '../../svg/box.ts'
import { clusterRadius, gatherPoints, maxDots, webMapZoom } from '../gatherPoints.ts'
import { framePlaces } from './frame.ts'
import { type GraticuleLine, graticule, wordsBox } from './graticule.ts'
import { inside, type MapSize } from './mapSize.ts'
import { fitMercator, type Projection } from './projection.ts'
import { metresPerUnit, type ScaleBar, scaleBar } from './scaleBar.ts'
import { spreadDots } from './spreadDots.ts'
import { columnHeight, layTowns, type TownMark, townSites } from './townMarks.ts'
import { layUnplaced, type UnplacedRow, unplacedHeight } from './unplacedRow.ts'

/** A liaison point's dot: hollow on the frame, solid below its town's name, or solid at its place. */
export interface PointMark extends Place {
  id: string
  state: PointState
  town: string | null
  radius: number
  /** WGS-84 coordinates of a point that has them, else null. */
  at: LngLat | null
}

/** Several points close together, as one mark with their number. */
export interface ClusterMark extends Place {
  count: number
  radius: number
}

/** One cut of the map, ready to be drawn. */
export interface MapLayout {
  size: MapSize
  projection: Projection
  /** The area of the map proper; the row of towns without coordinates and the frame's dots lie outside. */
  ground: Box
  /** Precision of the places on the ground in metres; grid and scale bar are never finer. */
  precision: number
  graticule: GraticuleLine[]
  scale: ScaleBar | null
  towns: TownMark[]
  unplaced: UnplacedRow | null
  points: PointMark[]
  clusters: ClusterMark[]
  counts: Record<PointState, number>
}

/** A projection that fits towns and placed points between the margins needed for names. */
function fit(places: LngLat[], { left, top, right, bottom }: Box, { margin }: MapSize): Projection {
  return fitMercator(places, {
    left: left + margin.left,
    top: top + margin.top,
    right: right - margin.right,
    bottom: bottom - margin.bottom,
  })
}

/** Marks of the points that have coordinates, by index in the list of places. */
function layPlaced(exact: readonly LngLat[], projection: Projection, size: MapSize) {
  const places = exact.map(projection.project)
  if (exact.length <= maxDots) {
    const spread = spreadDots(places, size.leastPoint, size.point)
    return { dots: new Map(spread.places.entries()), radius: spread.radius, clusters: [] }
  }
  const gathered = gatherPoints(exact).within([-180, -85, 180, 85], webMapZoom(projection.scale))
  const singles = gathered.flatMap(({ index }) => (index === undefined ? [] : [index]))
  return {
    dots: new Map(singles.map((index) => [index, places[index] as Place])),
    radius: size.point,
    clusters: gathered
      .filter(({ index }) => index === undefined)
      .map(({ at, count }) => ({
        ...projection.project(at),
        count,
        radius: clusterRadius(count, size.small),
      })),
  }
}

/**
 * Precision of the places on the ground in metres: 0 if a point has coordinates, else that of the least precise town.
 */
function precisionOf(towns: readonly Town[], exact: readonly LngLat[]): number {
  if (exact.length > 0) return 0
  return 1000 * Math.max(0, ...towns.map(({ precisionKm }) => precisionKm ?? 0))
}

/**
 * Lays out towns and liaison points for one cut; throws if a point names an unlisted town, has coordinates without
 * their system, or nothing has coordinates.
 */
export function layoutMap(
  towns: readonly Town[],
  points: readonly LiaisonPoint[],
  cut: MapSize,
): MapLayout {
  const sites = Map.groupBy(townSites(towns, points, cut), ({ town }) => town.wgs84 !== null)
  const [placed, unplaced] = [sites.get(true) ?? [], sites.get(false) ?? []]
  const strip = unplacedHeight(unplaced, cut)
  const column = columnHeight(placed, cut) + 2 * cut.neatline
  const size = { ...cut, height: Math.ceil(Math.max(cut.height, column)) + strip }
  const sheet = inside(size, size.neatline)
  const ground = { ...sheet, bottom: sheet.bottom - strip }

  const located = points.map(toWgs84)
  const exact = located.filter((at) => at !== null)
  const precision = precisionOf(towns, exact)
  const projection = fit(
    [...placed.map(({ town }) => town.wgs84 as LngLat), ...exact],
    ground,
    size,
  )
  const { dots, radius, clusters } = layPlaced(exact, projection, size)
  const net = { maxMeridians: size.meridians, lettering: size.small, precision }
  const lines = graticule(projection, ground, net)
  const obstacles = [
    ...lines.flatMap((line) => wordsBox(line, size.small) ?? []),
    ...[...dots.values()].map((place) => around(place, radius)),
    ...clusters.map((cluster) => around(cluster, cluster.radius)),
  ]
  const grouped = new Map<string, Place>()
  const marks = layTowns(placed, obstacles, { projection, ground, size }, grouped)
  const row = layUnplaced(unplaced, ground.bottom, size, grouped)

  // A point that moves off the frame leaves a gap, so that every record keeps its own place there.
  const frame = framePlaces(points.length, inside(size, size.inset))
  const [first, second] = frame
  const step = first && second ? Math.hypot(first.x - second.x, first.y - second.y) : size.width
  let next = 0
  const drawn = points.flatMap((point, index): PointMark[] => {
    const state = pointState(point)
    const at = located[index] ?? null
    const place = at ? dots.get(next++) : (grouped.get(point.id) ?? frame[index])
    if (!place) return []
    const own = { frame: Math.min(size.dot, step * 0.27), grouped: size.point, placed: radius }
    return [{ ...place, id: point.id, state, town: point.town, radius: own[state], at }]
  })

  const [, south] = projection.unproject({ x: 0, y: ground.bottom })
  const metres = metresPerUnit(projection.scale, south)
  return {
    size,
    projection,
    ground,
    precision,
    graticule: lines,
    scale: scaleBar(metres, (ground.right - ground.left) / 4, precision),
    towns: marks,
    unplaced: row,
    points: drawn,
    clusters,
    counts: countStates(points),
  }
}
