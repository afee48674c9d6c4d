import type { LiaisonPoint } from '../schemas/liaisonPoints.ts'
import type { Town } from '../schemas/shared.ts'
import { around, type Box, type Place } from './box.ts'
import { clusterHeight, clusterPlaces, clusterUnder } from './cluster.ts'
import { type Anchor, placeLabels } from './labels.ts'
import { inside, type MapSize } from './mapSize.ts'
import { pointState } from './pointState.ts'
import type { LngLat, Projection } from './projection.ts'

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

/** Where a town's ring stands; throws when it has no place at all. */
export function townPlace({ name, wgs84, schematic }: Town): LngLat {
  const place = wgs84 ?? schematic
  if (!place) throw new Error(`镇街“${name}”既没有坐标，也没有示意位置`)
  return place
}

/** Width of a name in its lettering; Han characters are square. */
function nameWidth(name: string, lettering: number): number {
  return [...name].reduce((ems, character) => ems + (character > '\u2e7f' ? 1 : 0.6), 0) * lettering
}

/** The points of each town that have no place of their own, in data order; throws on an unknown town. */
export function groupByTown(towns: readonly Town[], points: readonly LiaisonPoint[]) {
  const groups = new Map(towns.map((town) => [town.adcode, [] as LiaisonPoint[]]))
  for (const point of points) {
    if (point.town === null) continue
    const group = groups.get(point.town)
    if (!group) throw new Error(`联系点 ${point.id} 的镇街代码 ${point.town} 不在镇街名录里`)
    if (pointState(point) === 'grouped') group.push(point)
  }
  return groups
}

/** Town marks, and the places of the dots that stand under their names; names keep off the placed points. */
export function layTowns(
  towns: readonly Town[],
  groups: ReadonlyMap<string, LiaisonPoint[]>,
  placed: readonly Place[],
  projection: Projection,
  size: MapSize,
) {
  const pitch = size.point * 2.6
  const line = size.lettering * 1.2
  const gap = size.ring + size.lettering * 0.35
  const sites = towns.map((town) => {
    const name = nameWidth(town.name, size.lettering)
    const cluster = clusterUnder(name, groups.get(town.adcode)?.length ?? 0, pitch)
    const width = Math.max(name, cluster.columns * pitch)
    const site = projection.project(townPlace(town))
    return { ...site, town, cluster, line, width, height: line + clusterHeight(cluster) }
  })
  const labels = placeLabels(sites, {
    within: inside(size, size.neatline),
    obstacles: [
      ...sites.map((site) => around(site, gap)),
      ...placed.map((place) => around(place, size.point)),
    ],
    gap,
  })

  const grouped = new Map<string, Place>()
  const marks = sites.map(({ town, cluster, x, y }, index): TownMark => {
    const { anchor, box } = labels[index] as (typeof labels)[number]
    const dots = clusterPlaces(cluster, { anchor, box })
    for (const [dot, point] of (groups.get(town.adcode) ?? []).entries()) {
      grouped.set(point.id, dots[dot] as Place)
    }
    const along = { start: box.left, middle: (box.left + box.right) / 2, end: box.right }
    return {
      x,
      y,
      adcode: town.adcode,
      name: town.name,
      sourced: town.wgs84 !== null,
      at: townPlace(town),
      label: { x: along[anchor], y: box.top + line / 2, anchor, box },
    }
  })
  return { marks, grouped }
}
