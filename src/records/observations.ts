import { observationSchema } from '../schemas/observation.ts'
import type { WrittenObservation } from '../sets/define.ts'
import type { Registers } from './registers.ts'

/** The valid observations of an edition; invalid ones are reported elsewhere. */
export function writtenObservations(registers: Registers): WrittenObservation[] {
  const document = registers.byName.get('indicators')?.document
  if (!document || !Array.isArray(document.value)) return []
  return document.value.flatMap((value, index) => {
    const parsed = observationSchema.safeParse(value)
    return parsed.success ? [{ observation: parsed.data, path: [index], document }] : []
  })
}
