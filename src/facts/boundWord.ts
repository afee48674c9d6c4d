import { allBoundWords, usualWords, type WordPlace } from '../schemas/bound.ts'
import type { Qualifier } from '../schemas/observation.ts'

/** The word of a qualifier's bound in its source; null for an exact number. */
export function wordOf({ bound, word }: Pick<Qualifier, 'bound' | 'word'>): string | null {
  return bound === 'exact' ? null : (word ?? usualWords[bound] ?? null)
}

/** On which side of the number a limiting word stands. */
export const placeOf = (word: string): WordPlace =>
  allBoundWords.find((each) => each.word === word)?.place ?? 'before'
