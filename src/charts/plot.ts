import { plot as drawPlot, type PlotOptions } from '@observablehq/plot'
import { parseHTML } from 'linkedom'
import type { Cut, Drawing } from './chart.ts'
import { flatten } from './flatten.ts'

const { document } = parseHTML('<html><body></body></html>')

/** What a chart asks of Plot: its spec, from `top` over `height`, both in user units. */
export interface Spec extends PlotOptions {
  top?: number
  height: number
}

/**
 * A spec of Observable Plot drawn for a cut, as markup: over the cut's whole width unless margins are given, without
 * axes unless a chart asks for them, and with Plot's styles left to `charts.css`.
 */
export function plot(cut: Cut, { top = 0, height, marginTop = 0, ...spec }: Spec): string {
  const svg = drawPlot({
    document: document as unknown as Document,
    width: cut.width,
    height: top + height,
    marginTop: top + marginTop,
    margin: 0,
    axis: null,
    ...spec,
  })
  return flatten(svg as unknown as Element, cut.lettering)
}

/** A spec drawn as a part of a figure, which ends where its plot does. */
export function part(cut: Cut, spec: Spec): Drawing {
  return { height: (spec.top ?? 0) + spec.height, body: plot(cut, spec) }
}
