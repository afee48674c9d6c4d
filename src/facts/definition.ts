import type { Observation } from '../schemas/observation.ts'

/** The id of the definition that an observation of an edition follows, `indicator@year`: that of its own edition unless it names an earlier one. */
export const definitionOf = (
  { id, definitionId }: Pick<Observation, 'id' | 'definitionId'>,
  year: number,
): string => definitionId ?? `${id}@${year}`
