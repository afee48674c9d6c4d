import type { Observation } from '../schemas/observation.ts'

/** The observation of an indicator; throws naming the id when there is none. */
export function findIndicator(indicators: readonly Observation[], id: string): Observation {
  const found = indicators.find((indicator) => indicator.id === id)
  if (!found) throw new Error(`没有编号为“${id}”的指标，请核对 indicators.json`)
  return found
}

/** Whether an observation has a number that may be drawn. */
export function hasValue<Of extends Pick<Observation, 'value' | 'status'>>(
  observation: Of,
): observation is Of & { value: number } {
  return (
    observation.value !== null &&
    (observation.status === 'reported' || observation.status === 'estimated')
  )
}
