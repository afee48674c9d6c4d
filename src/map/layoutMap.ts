import type { LiaisonPoint } from '../schemas/recordSets.ts'
import type { Town } from '../schemas/shared.ts'
import { around, type Box, type Place } from './box.ts'
import { clusterHeight, clusterPlaces, clusterUnder } from './cluster.ts'
import { framePlaces } from './frame.ts'
import { type Anchor, placeLabels } from './labels.ts'
import type { MapSize } from './mapSize.ts'
import { countStates, type PointState, pointState } from './pointState.ts'
import { fitMercator, type LngLat, type Projection } from './projection.ts'
import { toWgs84 } from './wgs84.ts'

/** A town's ring: closed where a source has its place, dashed where it is only placed schematically. */
export interface TownMark extends Place {
  adcode: string
  name: string
  sourced: boolean
  /** WGS-84 place of the ring; no datum where the town is placed schematically. */
  at: LngLat
  /** Anchor of the name, its height centred on y, and the box that name and cluster take. */
  label: Place & { anchor: Anchor; box: Box }
}

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

function inside({ width, height }: MapSize, by: number): Box {
  return { left: by, top: by, right: width - by, bottom: height - by }
}

function townPlace({ name, wgs84, schematic }: Town): LngLat {
  const place = wgs84 ?? schematic
  if (!place) throw new Error(`镇街“${name}”既没有坐标，也没有示意位置`)
  return place
}

/** Width of a name in its lettering; Han characters are square. */
function nameWidth(name: string, lettering: number): number {
  return [...name].reduce((ems, character) => ems + (character > '\u2e7f' ? 1 : 0.6), 0) * lettering
}

const labelAnchor = (anchor: Anchor, { left, right }: Box) =>
  anchor === 'start' ? left : anchor === 'end' ? right : (left + right) / 2

/**
 * Lays out towns and liaison points for one cut; throws when a point names a town that is not listed,
 * has coordinates without their system, or a town has no place at all.
 */
export function layoutMap(
  towns: readonly Town[],
  points: readonly LiaisonPoint[],
  size: MapSize,
): MapLayout {
  const places = towns.map(townPlace)
  const located = points.map(toWgs84)
  const room = inside(size, size.neatline)
  const projection = fitMercator(
    [...places, ...located.filter((at) => at !== null)],
    {
      left: room.left + size.margin.left,
      top: room.top + size.margin.top,
      right: room.right - size.margin.right,
      bottom: room.bottom - size.margin.bottom,
    },
  )

  const grouped = new Map(towns.map((town) => [town.adcode, [] as LiaisonPoint[]]))
  for (const point of points) {
    if (point.town === null) continue
    const group = grouped.get(point.town)
    if (!group) throw new Error(`联系点 ${point.id} 的镇街代码 ${point.town} 不在镇街名录里`)
    if (pointState(point) === 'grouped') group.push(point)
  }

  const pitch = size.point * 2.6
  const line = size.lettering * 1.2
  const sites = towns.map((town, index) => {
    const name = nameWidth(town.name, size.lettering)
    const cluster = clusterUnder(name, grouped.get(town.adcode)?.length ?? 0, pitch)
    const site = projection.project(places[index] as LngLat)
    const width = Math.max(name, cluster.columns * pitch)
    return { ...site, cluster, line, width, height: line + clusterHeight(cluster) }
  })
  const gap = size.ring + size.lettering * 0.35
  const obstacles = [
    ...sites.map((site) => around(site, gap)),
    ...located.flatMap((at) => (at ? [around(projection.project(at), size.point)] : [])),
  ]
  const labels = placeLabels(sites, { within: room, obstacles, gap })

  const clusterPlace = new Map<string, Place>()
  const marks = towns.map((town, index): TownMark => {
    const { cluster, x, y } = sites[index] as (typeof sites)[number]
    const label = labels[index] as (typeof labels)[number]
    for (const [dot, place] of clusterPlaces(cluster, label).entries()) {
      clusterPlace.set((grouped.get(town.adcode)?.[dot] as LiaisonPoint).id, place)
    }
    return {
      ...{ x, y, adcode: town.adcode, name: town.name, sourced: town.wgs84 !== null },
      at: places[index] as LngLat,
      label: {
        ...label,
        x: labelAnchor(label.anchor, label.box),
        y: label.box.top + line / 2,
      },
    }
  })

  // A point that leaves the frame leaves its gap: every record keeps its own place there.
  const frame = framePlaces(points.length, inside(size, size.inset))
  const step = frame.length > 1 ? distance(frame[0] as Place, frame[1] as Place) : size.width
  const dots = points.map((point, index): PointMark => {
    const state = pointState(point)
    const at = located[index] ?? null
    const place = at
      ? projection.project(at)
      : ((clusterPlace.get(point.id) ?? frame[index]) as Place)
    const radius = state === 'frame' ? Math.min(size.dot, step * 0.27) : size.point
    return { ...place, id: point.id, state, town: point.town, radius, at }
  })

  return {
    size,
    projection,
    neatline: room,
    towns: marks,
    points: dots,
    counts: countStates(points),
  }
}

const distance = (a: Place, b: Place) => Math.hypot(a.x - b.x, a.y - b.y)
