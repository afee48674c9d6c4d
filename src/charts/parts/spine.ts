import { max } from 'd3'
import { widthOf } from '../../svg/lettering.ts'
import { marks, stroke, text } from '../../svg/markup.ts'
import { ellipse, verticalLine } from '../../svg/strokes.ts'
import type { Cut, Drawing } from '../chart.ts'
import type { Slot } from './layout.ts'

/** A stop on a vertical line: its name, the offset of its first baseline, and what stands beside it. */
export interface Stop {
  label?: string | undefined
  first: number
  draw(column: Slot): Drawing
}

/**
 * Stops one under another with a line through their dots; the name stands between the dot and the content, or nothing
 * if it has no name.
 */
export function spine(
  id: string,
  stops: readonly Stop[],
  { x, y, width }: Slot,
  cut: Cut,
): Drawing {
  const [radius, size] = [4, Math.max(16, cut.lettering)]
  const named = max(stops, ({ label = '' }) => widthOf(label, size)) ?? 0
  const indent = named > 0 ? Math.round(2 * radius + named + 1.2 * size) : 0
  let end = Math.round(y)
  const drawn = stops.map(({ label, first, draw }) => {
    const { height, body } = draw({ x: x + indent, y: end, width: width - indent })
    const spot = Math.round(end + first - 0.36 * size)
    end = Math.round(height + size)
    return { label, spot, body }
  })
  const told = drawn.filter(({ label }) => label)
  const [first = 0, last = 0] = [told[0]?.spot, told.at(-1)?.spot]
  const line = told.length > 0 ? stroke('h', verticalLine(x + radius, first, last - first)) : ''
  const dots = stroke('dl', ...told.map(({ spot }) => ellipse(x + radius, spot, radius)))
  const names = told.map(({ label = '', spot }) =>
    text(x + 2 * radius + 0.5 * size, spot + 0.32 * size, label, 'sf b', size),
  )
  const parts = [line, marks(id, dots), ...names, ...drawn.map(({ body }) => body)]
  return { height: end - size, body: parts.join('') }
}
