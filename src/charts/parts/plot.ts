import { plot as drawPlot, type PlotOptions } from '@observablehq/plot'
import { parseHTML } from 'linkedom'
import type { Cut, Drawing } from '../chart.ts'
import { flatten } from './flatten.ts'
import type { Slot } from './layout.ts'

const { document } = parseHTML('<html><body></body></html>')

/** A Plot spec with its position: a column of the cut and a height, in user units. */
export interface Spec extends PlotOptions {
  at?: Partial<Slot>
  height: number
}

/**
 * Draws a Plot spec for a cut: over the whole width unless `at` gives a column, without axes unless the spec has them,
 * and without Plot's own styles, which are in `charts.css`.
 */
export function plot(cut: Cut, { at = {}, height, marginTop = 0, ...spec }: Spec): Drawing {
  const { x = 0, y = 0, width = cut.width - x } = at
  const svg = drawPlot({
    document: document as unknown as Document,
    width: cut.width,
    height: y + height,
    marginTop: y + marginTop,
    marginLeft: x,
    marginRight: cut.width - x - width,
    marginBottom: 0,
    axis: null,
    ...spec,
  })
  return { height: y + height, body: flatten(svg as unknown as Element, cut.lettering) }
}
