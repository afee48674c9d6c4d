import { range } from 'd3'
import type { Qualifier } from '../schemas/observation.ts'
import type { Cut } from './chart.ts'
import type { Place } from './grid.ts'
import { element, stroke, text } from './markup.ts'
import { across, down } from './strokes.ts'

/** The dashes an 余 row thins out into: where each starts and how long it is, in shares of a mark's pitch. */
const thinning = [
  [0.62, 0.5],
  [1.3, 0.3],
  [1.86, 0.16],
  [2.36, 0.07],
] as const
const [[start]] = thinning
const reach = 2.43 - start

/** The marks of an end that is not closed, found by the id of the indicator they belong to. */
export function endMarks(indicator: string, ...paths: string[]): string {
  const drawn = paths.join('')
  return drawn && element('g', { 'data-end': indicator }, drawn)
}

/**
 * What stands in the place after the last mark of a count: dashes that thin out along it (余), with the word where a
 * cut gives its lettering and there is room; a gap up to a dashed tick (近); nothing for an exact count.
 */
export function openEnd(
  indicator: string,
  bound: Qualifier['bound'],
  { x, y, width, height }: Place,
  { grows = 'right', rows = 0, cut }: { grows?: 'right' | 'down'; rows?: number; cut?: Cut } = {},
): string {
  if (bound === 'exact') return ''
  const right = grows === 'right'
  if (bound === 'near') {
    const tick = right ? down(x + width, y - 4, height + 8) : across(x - 4, y + height, width + 8)
    return endMarks(indicator, stroke('k', tick))
  }
  const [along, thick] = right ? [width, height] : [height, width]
  const count = rows || Math.max(1, Math.min(7, Math.round(thick / 14)))
  const worded = cut && width > cut.lettering * 2.4 && height > cut.lettering * 1.4
  const pitch = Math.min(along, right ? 90 : 60) / reach
  const dashes = range(count).flatMap((row) =>
    thinning.map(([from, length]) => {
      const [at, off] = [(from - start) * pitch, ((row + 0.5) * thick) / count]
      return right ? across(x + at, y + off, length * pitch) : down(x + off, y + at, length * pitch)
    }),
  )
  return endMarks(
    indicator,
    stroke('ha', ...dashes),
    worded
      ? text(x + width, y + height / 2 + cut.lettering * 0.36, '余', 'sf b ta end', cut.lettering)
      : '',
  )
}
