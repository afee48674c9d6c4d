import { allBoundWords, usualWords, type WordPlace } from '../schemas/bound.ts'
import type { Qualifier } from '../schemas/observation.ts'

/** The word that a source uses for a qualifier's bound; null for an exact number. */
export function formatBound({ bound, word }: Pick<Qualifier, 'bound' | 'word'>): string | null {
  return bound === 'exact' ? null : (word ?? usualWords[bound] ?? null)
}

const quoted = new RegExp(`“(${allBoundWords.map(({ word }) => word).join('|')})”`, 'g')

/** Limiting words that copy quotes (“余”) although none of its numbers has them. */
export function strangeLimits(
  copy: string,
  qualifiers: readonly Pick<Qualifier, 'bound' | 'word'>[],
): string[] {
  const own = new Set(qualifiers.map(formatBound))
  const words = [...copy.matchAll(quoted)].flatMap(([, word]) => word ?? [])
  return [...new Set(words)].filter((word) => !own.has(word))
}

/** On which side of the number a limiting word stands. */
export const limitPlace = (word: string): WordPlace =>
  allBoundWords.find((each) => each.word === word)?.place ?? 'before'
