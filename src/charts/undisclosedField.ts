import { wordFigure } from '../facts/wording.ts'
import type { Observation } from '../schemas/observation.ts'
import type { Cut } from './chart.ts'
import type { Place } from './grid.ts'
import { centred, outline } from './grid.ts'
import { stroke } from './markup.ts'
import { hasValue } from './tally.ts'

/** The mark of what the source does not publish: a hollow dashed box. */
export const undisclosedField = (place: Place): string => stroke('u', outline(place))

/** What stands where an indicator has no unit to draw: 未公布 or 不适用, and a plain box for a reported count of none. */
export function blankField(observation: Observation, place: Place, cut: Cut): string {
  const word = wordFigure(observation)
  if (!hasValue(observation))
    return undisclosedField(place) + centred(place, [{ line: word, mark: 'm' }], cut)
  return stroke('h', outline(place)) + centred(place, [{ line: word }], cut)
}
