import type { Box, Place } from '../../svg/box.ts'
import type { LabelPlacement, LabelSite } from './labels.ts'

/** The cost of a pixel of leader that is too close to another place, in pixels of leader. */
const nearnessCost = 60
const crossingCost = 2000
/** The step by which the space between two names may grow. */
const blankHeight = 8

type Leader = [from: Place, to: Place]

function distance(place: Place, [from, to]: Leader): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const along = ((place.x - from.x) * dx + (place.y - from.y) * dy) / (dx * dx + dy * dy)
  const nearest = Math.max(0, Math.min(1, along))
  return Math.hypot(from.x + nearest * dx - place.x, from.y + nearest * dy - place.y)
}

const turn = (a: Place, b: Place, c: Place) => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)

/** Whether two leaders cross. */
const doCross = ([a, b]: Leader, [c, d]: Leader) =>
  turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0

/**
 * Sets all labels in one column, each joined to its place by a straight leader. The order and the spaces are chosen to
 * make the leaders as short as possible in total, without crossing and, where possible, at least `clearance` away from
 * other places.
 */
export function columnLabels(
  sites: readonly LabelSite[],
  column: Box,
  clearance: number,
): LabelPlacement[] {
  const total = sites.reduce((sum, site) => sum + site.height, 0)
  const free = Math.max(0, column.bottom - column.top - total)
  const blanks = Array.from({ length: Math.ceil(free / blankHeight) }, () => undefined)

  /** The boxes of labels one under another; the free room is shared among the blanks in the sequence. */
  const stack = (sequence: readonly (LabelSite | undefined)[]) => {
    let top = column.top
    const boxes = new Map<LabelSite, Box>()
    for (const site of sequence) {
      const height = site ? site.height : free / blanks.length
      const { left } = column
      if (site) boxes.set(site, { left, top, right: left + site.width, bottom: top + height })
      top += height
    }
    return boxes
  }
  const cost = (sequence: readonly (LabelSite | undefined)[]) => {
    const leaders = [...stack(sequence)].map(
      ([site, box]) => [site, [site, leaderEnd(box, site)]] as [LabelSite, Leader],
    )
    let sum = 0
    for (const [index, [site, leader]] of leaders.entries()) {
      sum += Math.hypot(leader[1].x - site.x, leader[1].y - site.y)
      for (const other of sites) {
        if (other !== site) sum += nearnessCost * Math.max(0, clearance - distance(other, leader))
      }
      for (const [, later] of leaders.slice(index + 1))
        if (doCross(leader, later)) sum += crossingCost
    }
    return sum
  }

  const byHeight = [...sites].sort((a, b) => a.y - b.y)
  const half = blanks.length >> 1
  let best = [...blanks.slice(half), ...byHeight, ...blanks.slice(0, half)]
  let lowestCost = cost(best)
  // Tries every label and blank in every other position; each move lowers the cost, so the loop ends.
  for (let moved = true; moved; ) {
    moved = false
    for (const from of best.keys()) {
      for (const to of best.keys()) {
        const [one, other] = [best[from], best[to]]
        if (one === other) continue
        const shifted = best.toSpliced(from, 1).toSpliced(to, 0, one)
        for (const tried of [best.with(from, other).with(to, one), shifted]) {
          const sum = cost(tried)
          if (sum < lowestCost - 1e-6) [best, lowestCost, moved] = [tried, sum, true]
        }
      }
    }
  }
  const boxes = stack(best)
  return sites.map((site) => ({ anchor: 'start', box: boxes.get(site) as Box }))
}

/** The point where a label's leader ends, at the height of the middle of its name. */
export function leaderEnd(box: Box, { line }: Pick<LabelSite, 'line'>): Place {
  return { x: box.left - 4, y: box.top + line / 2 }
}
