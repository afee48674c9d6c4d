import type { Place } from '../../svg/box.ts'

/** The direction an arrow key points in, on a screen. */
export const arrows: Readonly<Record<string, Place>> = {
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
}

/**
 * The mark that an arrow key leads to: one ahead, with direction counting more than distance; undefined if there is
 * none.
 */
export function nextMark<Mark extends Place>(
  from: Place,
  marks: readonly Mark[],
  direction: Place,
): Mark | undefined {
  let best: { mark: Mark; cost: number } | undefined
  for (const mark of marks) {
    const [dx, dy] = [mark.x - from.x, mark.y - from.y]
    const ahead = dx * direction.x + dy * direction.y
    const aside = Math.abs(dx * direction.y - dy * direction.x)
    // The angle is wide enough that the four directions together reach every mark.
    if (ahead <= 0.5 || ahead < aside / 2) continue
    const cost = ahead + 2 * aside
    if (!best || cost < best.cost) best = { mark, cost }
  }
  return best?.mark
}
