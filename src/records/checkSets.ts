import type { Problem } from '../documents/problem.ts'
import type { WrittenObservation } from '../sets/define.ts'
import { recordSets, type SetName } from '../sets/registry.ts'
import type { Registers } from './registers.ts'

/** What each record set of an edition finds wrong in itself beyond its schema. */
export function checkSets(
  { byName }: Registers,
  observations: readonly WrittenObservation[],
): Problem[] {
  return (Object.keys(recordSets) as SetName[]).flatMap((name) => {
    const document = byName.get(name)?.document
    if (!document) return []
    const shared = (file: 'towns') => byName.get(file)?.document
    return recordSets[name].check?.({ document, observations, shared }) ?? []
  })
}
