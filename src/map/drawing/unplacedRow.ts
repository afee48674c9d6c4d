import type { Place } from '../../svg/box.ts'
import { rowPlaces } from './dotRows.ts'
import type { MapSize } from './mapSize.ts'
import type { TownMark, TownSite } from './townMarks.ts'

/** The strip at the bottom of the frame for towns without coordinates, in rows below a heading. */
export interface UnplacedRow {
  heading: Place
  towns: TownMark[]
}

/** The heading of the strip. */
export const unplacedHeading = '位置待登记'

/** Space above the strip's heading, between its rows, and at its sides. */
const spaces = { top: 10, row: 8, side: 8 }

/** The gap between a ring and its name. */
const nameGap = 6

/** The rows of towns, filled as evenly as possible. */
function rowsOf(sites: readonly TownSite[], size: MapSize) {
  const widest = Math.max(...sites.map(({ width }) => width)) + 2 * size.ring + nameGap
  const room = size.width - 2 * size.neatline - 2 * spaces.side
  const fitting = Math.max(1, Math.floor((room + spaces.side) / (widest + spaces.side)))
  const rows = Math.ceil(sites.length / fitting)
  const columns = Math.ceil(sites.length / rows)
  return Array.from({ length: rows }, (_, row) => {
    const members = sites.slice(row * columns, (row + 1) * columns)
    return { members, height: Math.max(...members.map(({ height }) => height)), columns, room }
  })
}

const headingHeight = ({ small, room }: MapSize) => Math.max(small * 1.5, room * 1.1)

/** Height of the strip; 0 if every town has coordinates. */
export function unplacedHeight(sites: readonly TownSite[], size: MapSize): number {
  if (sites.length === 0) return 0
  const rows = rowsOf(sites, size).reduce((sum, { height }) => sum + height + spaces.row, 0)
  return Math.ceil(spaces.top + headingHeight(size) + rows)
}

/**
 * Lays out the towns from the top of the strip, each with its dots below its name; the places of the dots are added to
 * `grouped`.
 */
export function layUnplaced(
  sites: readonly TownSite[],
  top: number,
  size: MapSize,
  grouped: Map<string, Place>,
): UnplacedRow | null {
  if (sites.length === 0) return null
  const left = size.neatline + spaces.side
  const heading = { x: left, y: top + spaces.top + headingHeight(size) / 2 }
  let y = top + spaces.top + headingHeight(size)
  const towns = rowsOf(sites, size).flatMap(({ members, height, columns, room }) => {
    const laid = members.map((site, column): TownMark => {
      const start = left + (column * room) / columns
      const name = start + 2 * size.ring + nameGap
      const box = { left: name, top: y, right: name + site.width, bottom: y + site.height }
      const dots = rowPlaces(site.rows, { anchor: 'start', box })
      for (const [dot, { id }] of site.points.entries()) grouped.set(id, dots[dot] as Place)
      return {
        ...{ x: start + size.ring, y: y + site.line / 2, at: null },
        ...{ adcode: site.town.adcode, name: site.town.name },
        label: { x: name, y: y + site.line / 2, anchor: 'start', box },
      }
    })
    y += height + spaces.row
    return laid
  })
  return { heading, towns }
}
