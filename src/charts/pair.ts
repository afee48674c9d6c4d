import type { Cut, Drawing } from './chart.ts'
import type { Line } from './grid.ts'
import { widthOf, wrap } from './lettering.ts'
import { lines, text } from './markup.ts'

/** Lettering at the two ends of a line on baseline y, or one under the other where they would meet, `kept` words never broken; `height` is the last baseline. */
export function pair(
  { x, y, width }: { x: number; y: number; width: number },
  left: Line,
  right: Line,
  cut: Cut,
  kept: readonly string[] = [],
): Drawing {
  const sizes = [left.size ?? cut.lettering, right.size ?? cut.lettering] as const
  const leading = cut.lettering * 1.6
  const [leftWidth, rightWidth] = [widthOf(left.line, sizes[0]), widthOf(right.line, sizes[1])]
  const between = left.line && right.line ? cut.lettering : 0
  if (leftWidth + between + rightWidth <= width) {
    const body =
      (left.line ? text(x, y, left.line, left.mark, left.size) : '') +
      (right.line ? text(x + width, y, right.line, `${right.mark} end`, right.size) : '')
    return { height: y, body }
  }
  const above = wrap(left.line, sizes[0], width, kept)
  const below = wrap(right.line, sizes[1], width, kept)
  return {
    height: y + (above.length + below.length - 1) * leading,
    body:
      lines(x, y, above, leading, left.mark, left.size) +
      lines(x, y + above.length * leading, below, leading, right.mark, right.size),
  }
}
