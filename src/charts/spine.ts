import { dot, ruleX, text } from '@observablehq/plot'
import { max } from 'd3'
import type { Cut, Drawing } from './chart.ts'
import type { Column } from './layout.ts'
import { widthOf } from './lettering.ts'
import { counting } from './marks/units.ts'
import { plot } from './plot.ts'

/** A stop of a line that runs down: its name, how far down its first baseline lies, and what stands beside it. */
export interface Stop {
  label?: string | undefined
  first: number
  draw(column: Column): Drawing
}

/** Stops one under another with a line through their dots, each named between its dot and what it says; those of no name stand alone. */
export function spine(
  id: string,
  stops: readonly Stop[],
  { x, y, width }: Column,
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
  const at = { x: x + radius, y: 'spot' } as const
  const chain = plot(cut, {
    height: end,
    x: { domain: [0, cut.width] },
    y: { domain: [end, 0] },
    marks: [
      ruleX(told.slice(0, 1), {
        x: at.x,
        y1: 'spot',
        y2: told.at(-1)?.spot,
        className: 'h',
      }),
      counting(id, dot(told, { ...at, r: radius, className: 'dl' })),
      text(told, {
        ...at,
        dx: radius + 0.5 * size,
        text: 'label',
        textAnchor: 'start',
        className: 'sf b',
        fontSize: size,
      }),
    ],
  })
  return { height: end - size, body: chain.body + drawn.map(({ body }) => body).join('') }
}
