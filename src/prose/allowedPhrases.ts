import { listEditions, loadRegisters, type Registers } from '../records/registers.ts'
import { allowedQuantitiesSchema, protectedPhrasesSchema } from '../schemas/shared.ts'

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

/** Every phrase that may stand as it is although it holds a number word: the allow-list and the set phrases. */
export function phrasesOf(registers: Registers): string[] {
  return [...listedPhrases(registers), ...protectedPhrases(registers).map(({ phrase }) => phrase)]
}

/** The phrases allowed by all editions of a content root. */
export function allowedPhrases(root: string): string[] {
  return [...new Set(listEditions(root).flatMap((year) => phrasesOf(loadRegisters(root, year))))]
}

/** The set phrases, names and offices of all editions of a content root. */
export function guardedPhrases(root: string): string[] {
  return [
    ...new Set(
      listEditions(root).flatMap((year) =>
        protectedPhrases(loadRegisters(root, year)).map(({ phrase }) => phrase),
      ),
    ),
  ]
}
