import { problemAt, valueAt } from '../documents/document.ts'
import type { Problem } from '../documents/problem.ts'
import type { KnownKeys } from './knownKeys.ts'
import type { Registers } from './registers.ts'

/** Withdrawn figures that are also listed as figures, so that two pages would have the same address. */
export function checkWithdrawn(registers: Registers, known: KnownKeys): Problem[] {
  const document = registers.byName.get('withdrawn-figures')?.document
  if (!document || !Array.isArray(document.value)) return []
  return document.value.flatMap((_, index) => {
    const path = [index, 'id']
    const id = valueAt(document.value, path)
    if (typeof id !== 'string' || !known.get('figures')?.has(id)) return []
    const words = {
      found: `没有撤下的图“${id}”`,
      expected: 'figures.json 里已经没有的图编号',
      hint: '从 figures.json 里删去它，或从这里删去',
    }
    return [problemAt(document, path, words)]
  })
}
