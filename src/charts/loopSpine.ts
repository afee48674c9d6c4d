import { range } from 'd3'
import { hanNumeral } from '../facts/number.ts'
import type { Cut, Drawing } from './chart.ts'
import { wrap } from './lettering.ts'
import { drawing, element, lines, marks, stroke, text, tidy } from './markup.ts'
import { openEnd } from './openEnd.ts'
import { arrowhead, round } from './strokes.ts'
import type { Tally } from './tally.ts'

/** The loop from y for lettering too large to stand on both sides of a ring: steps run down, the open way back up the left. */
export function loopSpine(
  indicator: string,
  { known, units, places, bound }: Tally,
  names: readonly (string | undefined)[],
  cut: Cut,
  y: number,
): Drawing {
  const size = cut.lettering
  const node = size * 0.84
  const step = size * 2.7
  const bulge = size * 4.8
  const x = bulge + 4
  const top = y + node + 2
  const at = (index: number) => top + index * step
  const bow = step * 1.2
  const sagitta = bow - Math.sqrt(bow ** 2 - step ** 2 / 4)
  const way = (from: number) =>
    `M${tidy(x)} ${tidy(at(from))}A${tidy(bow)} ${tidy(bow)} 0 0 1 ${tidy(x)} ${tidy(at(from + 1))}`
  const arrow = (from: number) =>
    `${arrowhead(x + sagitta, at(from + 0.5) + size * 0.2, size * 0.42, Math.PI / 2)}z`
  const rise = ((places - 1) * step) / 2
  const back = `M${tidy(x)} ${tidy(at(places - 1))}A${tidy(bulge)} ${tidy(rise)} 0 0 1 ${tidy(x)} ${tidy(top)}`
  const nodes = range(units).map((index) => round(x, at(index), node))
  const last = at(units - 1) + node + 4
  const end = { x: x - node / 2, y: last, width: node, height: at(units) - last }
  const labelled = x + node + size * 0.5
  const leading = size * 1.2
  return drawing(at(places - 1) + node + 2, [
    stroke('fl', ...range(units - 1).map(way)),
    stroke('dl', ...range(units - 1).map(arrow)),
    openEnd(indicator, bound, end, { grows: 'down', rows: 1 }),
    stroke('u', back),
    stroke('pp', ...nodes),
    marks(
      indicator,
      ...nodes.map((ring, index) => {
        const name = names[index]
        const content = wrap(name ?? '', size, cut.width - labelled)
        const first = at(index) + size * 0.36 - ((content.length - 1) * leading) / 2
        return element(
          'g',
          {},
          stroke(index < known ? 'hl' : 'u', ring),
          text(x, at(index) + size * 0.36, hanNumeral(index + 1), 'sf tl mid'),
          lines(labelled, first, content, leading, 'sf b'),
        )
      }),
    ),
  ])
}
