import { element, stroke, text } from '../svg/markup.ts'
import { across, box } from '../svg/strokes.ts'
import { palette } from './palette.ts'
import { plateStyle } from './plateStyle.ts'

/** The thick-and-thin rule from y over the measure. */
export const wenwu = (x: number, y: number, width: number) =>
  stroke('f', across(x, y, width)) + stroke('h', across(x, y + 4.5, width))

/** The stamp of an edition that is not real, its right end at x. */
export function stampMark(stamp: string | null, x: number, y: number, size: number): string {
  if (!stamp) return ''
  const width = size * (stamp.length + 1.4)
  return (
    stroke('fa', box(x - width, y, width, size * 1.9)) +
    text(x - width / 2, y + size * 1.3, stamp, 'sf b ta mid', size)
  )
}

/** A whole SVG of the given size on paper or another ground, its marks and lettering styled. */
export function paper(
  width: number,
  height: number,
  body: readonly string[],
  ground: string = palette.paper,
): string {
  // What lies behind lettering is ground too.
  const ownGround = ground === palette.paper ? '' : `.pp{fill:${ground}}`
  return element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}` },
    element('style', {}, plateStyle + ownGround),
    element('rect', { width, height, fill: ground }),
    ...body,
  )
}
