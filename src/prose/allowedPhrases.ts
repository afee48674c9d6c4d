import type { z } from 'zod'
import type { Registers } from '../records/registers.ts'
import {
  allowedQuantitiesSchema,
  protectedPhrasesSchema,
  uncountedWordsSchema,
} from '../schemas/words.ts'

/** The valid entries of a list in a register; an invalid entry is reported elsewhere and does not affect the others. */
function entriesOf<Entry extends z.ZodType>(
  registers: Registers,
  name: 'protected-phrases' | 'allowed-quantities' | 'uncounted-words',
  { element }: z.ZodArray<Entry>,
): z.infer<Entry>[] {
  const list = registers.byName.get(name)?.document.value
  return (Array.isArray(list) ? list : []).flatMap((entry) => {
    const { success, data } = element.safeParse(entry)
    return success ? [data as z.infer<Entry>] : []
  })
}

/** Set phrases, each with the part by which an incomplete quotation is recognised. */
export const protectedPhrases = (registers: Registers) =>
  entriesOf(registers, 'protected-phrases', protectedPhrasesSchema)

/** The phrases of the allow-list. */
const listedPhrases = (registers: Registers) =>
  entriesOf(registers, 'allowed-quantities', allowedQuantitiesSchema).map(({ phrase }) => phrase)

/** Everyday words that contain a number but count nothing. */
const uncountedWords = (registers: Registers) =>
  entriesOf(registers, 'uncounted-words', uncountedWordsSchema)

/** Every phrase that may be written although it contains a number word: the allow-list, set phrases, everyday words. */
export function registeredPhrases(registers: Registers): string[] {
  return [
    ...listedPhrases(registers),
    ...protectedPhrases(registers).map(({ phrase }) => phrase),
    ...uncountedWords(registers),
  ]
}

/** The phrases that any of some editions allows, without duplicates. */
export const allowedPhrases = (editions: readonly Registers[]): string[] => [
  ...new Set(editions.flatMap(registeredPhrases)),
]

/** The set phrases, names and offices of some editions, without duplicates. */
export const guardedPhrases = (editions: readonly Registers[]): string[] => [
  ...new Set(editions.flatMap(protectedPhrases).map(({ phrase }) => phrase)),
]
