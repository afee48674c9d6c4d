import type { LiaisonPoint } from '../schemas/liaisonPoints.ts'
import type { Town } from '../schemas/shared.ts'
import { around, type Box, type Place } from './box.ts'
import { columnLabels, leaderEnd } from './columnLabels.ts'
import { rowPlaces, rowsHeight, rowsUnder } from './dotRows.ts'
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
  /** Anchor of the name, its height centred on y, and the box that name and dots take. */
  label: Place & { anchor: Anchor; box: Box }
  /** Where the leader to a name in a column ends. */
  leader?: Place
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

/** The room that a town's name and the dots under it take. */
function labelRoom({ name, adcode }: Town, groups: Groups, size: MapSize) {
  const width = nameWidth(name, size.room)
  const line = size.room * 1.2
  const rows = rowsUnder(width, groups.get(adcode)?.length ?? 0, size.point * 2.6)
  const blockWidth = Math.max(width, rows.columns * rows.pitch)
  return { rows, line, width: blockWidth, height: line + rowsHeight(rows) }
}

type Groups = ReadonlyMap<string, readonly LiaisonPoint[]>

/** Blank between names in a column. */
const columnGap = 6

/** Height of the sheet that a column of names needs, never less than the cut's own. */
export function heightFor(towns: readonly Town[], groups: Groups, size: MapSize): number {
  if (size.names !== 'column') return size.height
  const needed = towns.reduce(
    (sum, town) => sum + labelRoom(town, groups, size).height + columnGap,
    2 * (size.neatline + 8),
  )
  return Math.max(size.height, Math.ceil(needed))
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

/** Town marks, and the places of the dots that stand under their names; names keep off the marks of points. */
export function layTowns(
  towns: readonly Town[],
  groups: Groups,
  marks: readonly Box[],
  projection: Projection,
  size: MapSize,
) {
  const gap = size.ring + size.lettering * 0.35
  const sites = towns.map((town) => ({
    ...projection.project(townPlace(town)),
    ...labelRoom(town, groups, size),
    town,
  }))
  const within = inside(size, size.neatline)
  const labels =
    size.names === 'column'
      ? columnLabels(
          sites,
          {
            left: within.right - Math.max(...sites.map((site) => site.width)) - 4,
            top: within.top + 8,
            right: within.right - 4,
            bottom: within.bottom - 8,
          },
          1.8 * size.ring,
        )
      : placeLabels(sites, {
          // Clear of the neatline by half a letter.
          within: inside(size, size.neatline + size.lettering / 2),
          obstacles: [...sites.map((site) => around(site, gap)), ...marks],
          gap,
        })

  const grouped = new Map<string, Place>()
  const drawn = sites.map(({ town, rows, line, x, y }, index): TownMark => {
    const { anchor, box } = labels[index] as (typeof labels)[number]
    const dots = rowPlaces(rows, { anchor, box })
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
      ...(size.names === 'column' && { leader: leaderEnd(box, { line }) }),
    }
  })
  return { marks: drawn, grouped }
}
