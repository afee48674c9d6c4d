import { area, type Box, overlap, type Place } from '../../svg/box.ts'

/** The end of a label at which its text is anchored. */
export type Anchor = 'start' | 'middle' | 'end'

/** Something to be labelled: its place and the size of its label, whose first line is the name. */
export interface LabelSite extends Place {
  width: number
  height: number
  /** Height of the name line. */
  line: number
}

/** The position of a label: its box, and the end at which its text is anchored. */
export interface LabelPlacement {
  anchor: Anchor
  box: Box
}

/** The room for labels, and what they must not cover. */
export interface LabelRoom {
  within: Box
  obstacles: readonly Box[]
  /** Distance of a label from its place. */
  gap: number
}

function candidates({ x, y, width, height, line }: LabelSite, gap: number): LabelPlacement[] {
  const at = (anchor: Anchor, left: number, top: number): LabelPlacement => ({
    anchor,
    box: { left, top, right: left + width, bottom: top + height },
  })
  const east = x + gap
  const west = x - gap - width
  const near = gap * 0.5
  return [
    at('start', east, y - line / 2),
    at('end', west, y - line / 2),
    at('middle', x - width / 2, y - gap - height),
    at('middle', x - width / 2, y + gap),
    at('start', x + near, y - near - height),
    at('start', x + near, y + near),
    at('end', x - near - width, y - near - height),
    at('end', x - near - width, y + near),
  ]
}

/**
 * Places every label beside its site so that labels cover neither each other nor the obstacles, and stay within the
 * room.
 */
export function placeLabels(
  sites: readonly LabelSite[],
  { within, obstacles, gap }: LabelRoom,
): LabelPlacement[] {
  const choices = sites.map((site) => candidates(site, gap))
  const placed = choices.map((choice) => choice[0] as LabelPlacement)
  const clash = (a: LabelPlacement, b: LabelPlacement) => 100 * overlap(a.box, b.box)

  const cost = (index: number, label: LabelPlacement, except = -1) => {
    const rank = choices[index]?.indexOf(label) ?? 0
    let sum = rank + 100 * (area(label.box) - overlap(label.box, within))
    for (const obstacle of obstacles) sum += 10 * overlap(label.box, obstacle)
    for (const [other, neighbour] of placed.entries()) {
      if (other !== index && other !== except) sum += clash(label, neighbour)
    }
    return sum
  }
  const settle = (first: number, second: number): boolean => {
    const costOf = (a: LabelPlacement, b: LabelPlacement) =>
      cost(first, a, second) + cost(second, b, first) + clash(a, b)
    let [bestFirst, bestSecond] = [placed[first], placed[second]] as [
      LabelPlacement,
      LabelPlacement,
    ]
    let lowestCost = costOf(bestFirst, bestSecond)
    for (const a of choices[first] ?? []) {
      for (const b of choices[second] ?? []) {
        const sum = costOf(a, b)
        if (sum < lowestCost - 1e-6) [bestFirst, bestSecond, lowestCost] = [a, b, sum]
      }
    }
    const moved = bestFirst !== placed[first] || bestSecond !== placed[second]
    placed[first] = bestFirst
    placed[second] = bestSecond
    return moved
  }

  // Moving two labels at once resolves pairs that block each other; each move lowers the total, so the loop ends.
  for (let moved = true; moved; ) {
    moved = false
    for (const first of sites.keys()) {
      for (let second = first + 1; second < sites.length; second++) {
        if (settle(first, second)) moved = true
      }
    }
  }
  return placed
}
