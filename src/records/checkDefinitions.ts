import { problemAt } from '../documents/document.ts'
import { nearestName } from '../documents/nearestName.ts'
import type { Problem } from '../documents/problem.ts'
import { definitionOf } from '../facts/definition.ts'
import type { Observation } from '../schemas/observation.ts'
import { writtenObservations } from './observations.ts'
import type { Registers } from './registers.ts'

/** Indicators of an edition that say they follow a definition which no earlier edition has, or which reads otherwise there. */
export function checkDefinitions(registers: Registers, all: readonly Registers[]): Problem[] {
  const earlier = all.filter(({ year }) => year < registers.year)
  const defined = new Map<string, { year: number; observation: Observation }>(
    earlier.flatMap((each) =>
      writtenObservations(each).map(({ observation }) => [
        `${observation.id}@${each.year}`,
        { year: each.year, observation },
      ]),
    ),
  )
  return writtenObservations(registers).flatMap(({ observation, path, document }) => {
    const { definitionId, definition } = observation
    if (definitionId === undefined) return []
    const at = (
      key: 'definitionId' | 'definition',
      words: Pick<Problem, 'found' | 'expected' | 'hint'>,
    ) => problemAt(document, [...path, key], words)
    const followed = defined.get(definitionId)
    if (!followed) {
      const alike = nearestName(definitionId, [...defined.keys()])
      return at('definitionId', {
        found: `往年各版没有的定义“${definitionId}”`,
        expected: '往年某一版的“指标编号@年份”',
        hint: alike ? `是不是“${alike}”` : '口径是本版新定的，删去 definitionId',
      })
    }
    const origin = definitionOf(followed.observation, followed.year)
    if (origin !== definitionId)
      return at('definitionId', {
        found: `“${definitionId}”，那一版自己沿用的是“${origin}”`,
        expected: `“${origin}”`,
        hint: '写最早写下这个定义的那一版',
      })
    if (followed.observation.definition === definition) return []
    return at('definition', {
      found: `与“${definitionId}”写得不同的定义`,
      expected: `“${followed.observation.definition}”`,
      hint: '口径没有变，照那一版写；变了，删去 definitionId，就不与往年相比',
    })
  })
}
