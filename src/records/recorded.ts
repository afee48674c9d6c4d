import type { Observation } from '../schemas/observation.ts'

/** The size of the place that a round number leaves open: 10 for 80, 100 for 500, 1 for 12. */
function openPlace(value: number): number {
  let place = 1
  while (value > 0 && value % (place * 10) === 0) place *= 10
  return place
}

/**
 * The most records that may stand behind a stated number: exactly the number; for 余 anything short of the
 * next round number (89 behind 80余); for 近 less than the number; undefined when nothing is stated.
 */
export function mostRecords(stated: Pick<Observation, 'value' | 'qualifier'>): number | undefined {
  const { value, qualifier } = stated
  if (value === null) return undefined
  if (qualifier.bound === 'over') return value + openPlace(value) - 1
  return qualifier.bound === 'near' ? value - 1 : value
}
