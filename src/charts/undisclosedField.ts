import { wordFigure } from '../facts/wording.ts'
import type { Observation } from '../schemas/observation.ts'
import type { Cut } from './chart.ts'
import type { Place } from './marks/openEnd.ts'
import { stroke, text } from './markup.ts'
import { box } from './strokes.ts'
import { hasValue } from './tally.ts'

const outline = ({ x, y, width, height }: Place) => box(x, y, width, height)

/** The mark of what the source does not publish: a hollow dashed box. */
export const undisclosedField = (place: Place): string => stroke('u', outline(place))

/** What stands where an indicator has no unit to draw: 未公布 or 不适用, and a plain box for a reported count of none. */
export function blankField(observation: Observation, place: Place, cut: Cut): string {
  const [x, y] = [place.x + place.width / 2, place.y + place.height / 2 + cut.lettering * 0.37]
  const word = wordFigure(observation)
  return hasValue(observation)
    ? stroke('h', outline(place)) + text(x, y, word, 'mid')
    : undisclosedField(place) + text(x, y, word, 'mid m')
}
