import { element, stroke, text } from '../svg/markup.ts'
import { horizontalLine, rectangle } from '../svg/strokes.ts'
import { palette } from './palette.ts'
import { plateStyle } from './plateStyle.ts'

/** The thick-and-thin rule at y over the width of the text. */
export const wenwu = (x: number, y: number, width: number) =>
  stroke('f', horizontalLine(x, y, width)) + stroke('h', horizontalLine(x, y + 4.5, width))

/** The stamp of a fictional edition, its right end at x. */
export function stampMark(stamp: string | null, x: number, y: number, size: number): string {
  if (!stamp) return ''
  const width = size * (stamp.length + 1.4)
  return (
    stroke('fa', rectangle(x - width, y, width, size * 1.9)) +
    text(x - width / 2, y + size * 1.3, stamp, 'sf b ta mid', size)
  )
}

/** A whole SVG of a given size with a background and with styles for marks and text. */
export function paper(
  width: number,
  height: number,
  body: readonly string[],
  ground: string = palette.paper,
): string {
  // The class that hides lines behind text has to match the background.
  const ownGround = ground === palette.paper ? '' : `.pp{fill:${ground}}`
  return element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}` },
    element('style', {}, plateStyle + ownGround),
    element('rect', { width, height, fill: ground }),
    ...body,
  )
}
