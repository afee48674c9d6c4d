import type { Registers } from '../records/registers.ts'
import {
  allowedQuantitiesSchema,
  protectedPhrasesSchema,
  uncountedWordsSchema,
} from '../schemas/shared.ts'

/** Set phrases, whole and with the piece that betrays a cut one; empty when the register is not valid. */
export const protectedPhrases = (registers: Registers) =>
  protectedPhrasesSchema.safeParse(registers.byName.get('protected-phrases')?.document.value)
    .data ?? []

/** The phrases of the allow-list; empty when it is not valid. */
export const listedPhrases = (registers: Registers) =>
  (
    allowedQuantitiesSchema.safeParse(registers.byName.get('allowed-quantities')?.document.value)
      .data ?? []
  ).map(({ phrase }) => phrase)

/** Everyday words that hold a number and count nothing; none while their file is missing or broken. */
const uncountedWords = (registers: Registers) =>
  uncountedWordsSchema.safeParse(registers.byName.get('uncounted-words')?.document.value).data ?? []

/** Every phrase that may stand as it is although it holds a number word: the allow-list, set phrases, everyday words. */
export function phrasesOf(registers: Registers): string[] {
  return [
    ...listedPhrases(registers),
    ...protectedPhrases(registers).map(({ phrase }) => phrase),
    ...uncountedWords(registers),
  ]
}

/** The phrases that some editions allow, each once. */
export const allowedPhrases = (editions: readonly Registers[]): string[] => [
  ...new Set(editions.flatMap(phrasesOf)),
]

/** The set phrases, names and offices of some editions, each once. */
export const guardedPhrases = (editions: readonly Registers[]): string[] => [
  ...new Set(editions.flatMap(protectedPhrases).map(({ phrase }) => phrase)),
]
