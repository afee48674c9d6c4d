import { plot as drawPlot, type PlotOptions } from '@observablehq/plot'
import { parseHTML } from 'linkedom'
import type { Cut, Drawing } from '../chart.ts'
import { flatten } from './flatten.ts'
import type { Slot } from './layout.ts'

const { document } = parseHTML('<html><body></body></html>')

/** What a chart asks of Plot: its spec, and where it stands in user units: in a column over a height. */
export interface Spec extends PlotOptions {
  at?: Partial<Slot>
  height: number
}

/**
 * A spec of Observable Plot drawn for a cut: over the cut's whole width unless a column is given, without axes unless a
 * chart asks for them, and with Plot's styles left to `charts.css`.
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
