import type { Document, Path } from '../documents/document.ts'
import { type Observation, observationSchema } from '../schemas/observation.ts'
import type { Registers } from './registers.ts'

/** An observation that is valid on its own, with where it was written. */
export interface WrittenObservation {
  observation: Observation
  path: Path
  document: Document
}

/** The valid observations of an edition; broken ones are reported elsewhere and left out. */
export function writtenObservations(registers: Registers): WrittenObservation[] {
  const document = registers.byName.get('indicators')?.document
  if (!document || !Array.isArray(document.value)) return []
  return document.value.flatMap((value, index) => {
    const parsed = observationSchema.safeParse(value)
    return parsed.success ? [{ observation: parsed.data, path: [index], document }] : []
  })
}
