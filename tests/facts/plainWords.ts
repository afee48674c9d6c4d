import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compareWithPhrase } from '../../src/facts/comparePhrase.ts'
import { projectRoot } from '../../src/roots.ts'
import type { Observation } from '../../src/schemas/observation.ts'
import { plainWordsSchema } from '../../src/schemas/words.ts'

/** The project's list of words that limit no number. */
export const plainWords = plainWordsSchema.parse(
  JSON.parse(readFileSync(join(projectRoot, 'data/plain-words.json'), 'utf8')),
)

/** The fields by which an observation is compared. */
export type Compared = Parameters<typeof compareWithPhrase>[0]

/**
 * The fields in which an observation and its phrase differ, then what else limits its number; undefined if there is no
 * number.
 */
export function refusals(observation: Compared): string[] | undefined {
  const compared = compareWithPhrase(observation, plainWords)
  return (
    compared && [
      ...compared.differences.map(({ field }) => field),
      ...compared.limits.map(({ kind, word }) => `${kind} ${word}`),
    ]
  )
}

/** An observation of a phrase with no other details. */
export function observe(
  phrase: string,
  value: number,
  unit: string,
  changes: Partial<Observation> = {},
): Compared {
  return {
    value,
    unit,
    label: '某事',
    definition: '数的是某事。',
    period: null,
    qualifier: { bound: 'exact', verb: null, scope: null, numerals: 'arabic' },
    source: { document: 'article', section: '第一部分', paragraph: 1, phrase },
    ...changes,
  }
}
