import type { Box, Place } from './box.ts'
import type { LabelPlacement, LabelSite } from './labels.ts'

/**
 * Sets every label in one column, joined to its place by a straight leader. The order makes the leaders shortest in
 * all, so that no two of them cross.
 */
export function columnLabels(sites: readonly LabelSite[], column: Box): LabelPlacement[] {
  const order = [...sites.keys()].sort((a, b) => (sites[a]?.y ?? 0) - (sites[b]?.y ?? 0))
  const total = sites.reduce((sum, site) => sum + site.height, 0)
  const gap = sites.length > 1 ? (column.bottom - column.top - total) / (sites.length - 1) : 0

  const stack = (sequence: readonly number[]): Map<number, Box> => {
    let top = column.top
    return new Map(
      sequence.map((index) => {
        const { width, height } = sites[index] as LabelSite
        const box = { left: column.left, top, right: column.left + width, bottom: top + height }
        top += height + gap
        return [index, box]
      }),
    )
  }
  const length = (sequence: readonly number[]) =>
    [...stack(sequence)].reduce((sum, [index, box]) => {
      const end = leaderEnd(box, sites[index] as LabelSite)
      const { x, y } = sites[index] as LabelSite
      return sum + Math.hypot(end.x - x, end.y - y)
    }, 0)

  let sequence = order
  let shortest = length(sequence)
  for (let swapped = true; swapped; ) {
    swapped = false
    for (let a = 0; a < sequence.length; a++) {
      for (let b = a + 1; b < sequence.length; b++) {
        const tried = [...sequence]
        const [one, other] = [sequence[a] as number, sequence[b] as number]
        tried[a] = other
        tried[b] = one
        const sum = length(tried)
        if (sum < shortest - 1e-6) {
          sequence = tried
          shortest = sum
          swapped = true
        }
      }
    }
  }
  const boxes = stack(sequence)
  return sites.map((_, index) => ({ anchor: 'start', box: boxes.get(index) as Box }))
}

/** Where a label's leader ends: before the middle of its name. */
export function leaderEnd(box: Box, { line }: Pick<LabelSite, 'line'>): Place {
  return { x: box.left - 4, y: box.top + line / 2 }
}
