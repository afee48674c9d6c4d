import type { LngLat } from '../../places/lngLat.ts'
import { pointState } from '../../places/pointState.ts'
import type { Town } from '../../schemas/places.ts'
import type { LiaisonPoint } from '../../sets/liaisonPoints.ts'
import { around, type Box, type Place } from '../../svg/box.ts'
import { columnLabels, leaderEnd } from './columnLabels.ts'
import { type DotRows, rowPlaces, rowsHeight, rowsUnder } from './dotRows.ts'
import { type Anchor, placeLabels } from './labels.ts'
import { type MapSize, within } from './mapSize.ts'
import type { Projection } from './projection.ts'

/** A town's ring: solid at its coordinates, if a source has them, or dashed in the row of towns without coordinates. */
export interface TownMark extends Place {
  adcode: string
  name: string
  /** WGS-84 coordinates of the ring; null if no source has them. */
  at: LngLat | null
  /** The anchor of the name, its height centred on y, and the box of name and dots. */
  label: Place & { anchor: Anchor; box: Box }
  /** The end of the leader, if the name stands in a column. */
  leader?: Place
}

/** A town to be laid out: its points without coordinates, and the size of its name with their dots. */
export interface TownSite {
  town: Town
  points: readonly LiaisonPoint[]
  rows: DotRows
  line: number
  width: number
  height: number
}

/** Width of a name at a text size; Chinese characters are square. */
function nameWidth(name: string, lettering: number): number {
  return [...name].reduce((ems, character) => ems + (character > '\u2e7f' ? 1 : 0.6), 0) * lettering
}

/** The gap between names in a column. */
const columnGap = 6

/** The height of the ground that a column of names needs; 0 if names stand beside their towns. */
export function columnHeight(sites: readonly TownSite[], size: MapSize): number {
  if (size.names !== 'column') return 0
  return sites.reduce((sum, { height }) => sum + height + columnGap, 16)
}

/** The towns with their points without coordinates, in data order; throws on an unknown town. */
export function townSites(
  towns: readonly Town[],
  points: readonly LiaisonPoint[],
  size: MapSize,
): TownSite[] {
  const groups = new Map(towns.map((town) => [town.adcode, [] as LiaisonPoint[]]))
  for (const point of points) {
    if (point.town === null) continue
    const group = groups.get(point.town)
    if (!group) throw new Error(`联系点 ${point.id} 的镇街代码 ${point.town} 不在镇街名录里`)
    if (pointState(point) === 'grouped') group.push(point)
  }
  return towns.map((town) => {
    const own = groups.get(town.adcode) ?? []
    const name = nameWidth(town.name, size.room)
    const line = size.room * 1.2
    const rows = rowsUnder(name, own.length, size.point * 2.6)
    const width = Math.max(name, rows.columns * rows.pitch)
    return { town, points: own, rows, line, width, height: line + rowsHeight(rows) }
  })
}

/**
 * The marks of towns on the ground; the places of the dots below their names are added to `grouped`. Names do not cover
 * the marks of points.
 */
export function layTowns(
  placed: readonly TownSite[],
  marks: readonly Box[],
  { projection, ground, size }: { projection: Projection; ground: Box; size: MapSize },
  grouped: Map<string, Place>,
): TownMark[] {
  const gap = size.ring + size.lettering * 0.35
  const sites = placed.map((site) => {
    const at = site.town.wgs84 as LngLat
    return { ...site, ...projection.project(at), at }
  })
  const labels =
    size.names === 'column'
      ? columnLabels(
          sites,
          {
            left: ground.right - Math.max(0, ...sites.map((site) => site.width)) - 4,
            top: ground.top + 8,
            right: ground.right - 4,
            bottom: ground.bottom - 8,
          },
          1.8 * size.ring,
        )
      : placeLabels(sites, {
          // Half a letter away from the neatline.
          within: within(ground, size.lettering / 2),
          obstacles: [...sites.map((site) => around(site, gap)), ...marks],
          gap,
        })

  return sites.map(({ town, points, rows, line, x, y, at }, index): TownMark => {
    const { anchor, box } = labels[index] as (typeof labels)[number]
    const dots = rowPlaces(rows, { anchor, box })
    for (const [dot, { id }] of points.entries()) grouped.set(id, dots[dot] as Place)
    const along = { start: box.left, middle: (box.left + box.right) / 2, end: box.right }
    return {
      ...{ x, y, at, adcode: town.adcode, name: town.name },
      label: { x: along[anchor], y: box.top + line / 2, anchor, box },
      ...(size.names === 'column' && { leader: leaderEnd(box, { line }) }),
    }
  })
}
