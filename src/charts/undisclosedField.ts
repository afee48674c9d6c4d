import { undisclosed } from '../facts/wording.ts'
import type { Cut } from './chart.ts'
import type { Place } from './grid.ts'
import { centred } from './grid.ts'
import { stroke } from './markup.ts'
import { box } from './strokes.ts'

/** The word for what the source does not publish (with its name, when given) in the middle of a place. */
export function undisclosedWord(place: Place, cut: Cut, what = ''): string {
  return centred(place, [{ line: `${what}${undisclosed}`, mark: 'm' }], cut)
}

/** The mark of a value the source does not publish: a hollow dashed box with the word in it. */
export function undisclosedField(place: Place, cut: Cut, what = ''): string {
  const { x, y, width, height } = place
  return stroke('u', box(x, y, width, height)) + undisclosedWord(place, cut, what)
}
