import type { Observation } from '../schemas/observation.ts'

/** How many units a figure draws: all of them, those recorded, and those only counted. */
export interface Tally {
  total: number
  known: number
  rest: number
}

/** Whether an observation has a number that may be drawn. */
export function hasValue(observation: Observation): observation is Observation & { value: number } {
  return (
    observation.value !== null &&
    (observation.status === 'reported' || observation.status === 'estimated')
  )
}

/** The units of a counted indicator against the records behind it; a total of 0 means there is nothing to draw. */
export function tallyOf(observation: Observation, recorded: number): Tally {
  const stated = hasValue(observation) ? Math.round(observation.value) : 0
  const open = observation.qualifier.bound === 'over' || stated === 0
  const total = open ? Math.max(stated, recorded) : stated
  const known = Math.min(recorded, total)
  return { total, known, rest: total - known }
}
