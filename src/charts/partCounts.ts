import { max } from 'd3'
import type { Edition } from '../schemas/edition.ts'
import type { Cut, Drawing } from './chart.ts'
import { dropOf } from './grid.ts'
import { widthOf } from './lettering.ts'
import { drawing, marks, stroke, text } from './markup.ts'
import { across, box, down, hatching } from './strokes.ts'
import type { Tally } from './tally.ts'

/** The parts of the learning model with how often each was held; undefined when any count is missing. */
export function countedParts(edition: Edition, tally: Tally) {
  const { records } = edition.learning.parts
  const known = records.flatMap(({ name, count }) =>
    typeof count === 'number' ? [{ name, count }] : [],
  )
  const whole = tally.total > 0 && tally.rest === 0 && tally.bound === 'exact'
  return whole && known.length === records.length ? known : undefined
}

/** A bar for each part of the learning model from y, as long as it was held often. */
export function partCounts(
  parts: readonly { name: string; count: number }[],
  stated: string,
  cut: Cut,
  y: number,
): Drawing {
  const size = cut.narrow ? Math.max(17, cut.lettering) : 21
  const above = cut.narrow ? size * 1.5 : 0
  const left = cut.narrow ? 0 : Math.max(...parts.map(({ name }) => widthOf(name, size))) + 24
  const room = cut.width - left - cut.lettering * 3.4
  const most = max(parts, ({ count }) => count) || 1
  const thick = cut.narrow ? 24 : 34
  const step = above + thick + 16
  const length = (count: number) => (count / most) * room
  const at = (index: number) => y + index * step + above
  return drawing(y + parts.length * step, [
    ...parts.map(({ name, count }, index) => {
      const middle = at(index) + thick / 2
      return (
        text(0, cut.narrow ? at(index) - size * 0.45 : middle + size * 0.36, name, 'sf b', size) +
        text(
          left + length(count) + 10,
          middle + dropOf(cut),
          `${count}次`,
          'sf',
          Math.max(cut.lettering, 15),
        )
      )
    }),
    marks(
      stated,
      ...parts.map(({ count }, index) => stroke('hl', box(left, at(index), length(count), thick))),
    ),
    stroke(
      'hl',
      ...parts.flatMap(({ count }, index) =>
        hatching(length(count), 7, 4).map((offset) => down(left + offset, at(index), thick)),
      ),
    ),
    stroke('fl', ...parts.map(({ count }, index) => down(left + length(count), at(index), thick))),
    stroke(
      'h',
      cut.narrow
        ? across(0, y + parts.length * step - 8, cut.width)
        : down(left, y, parts.length * step - 16),
    ),
  ])
}
