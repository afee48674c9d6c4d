import type { ProblemWords } from '../documents/problem.ts'
import { innerQuotes } from '../documents/quote.ts'

/** The value of a setting, and what is wrong with it. */
export interface ReadSetting<Value> {
  value: Value
  faults: (ProblemWords & { index?: number })[]
}

/** A text between quotation marks, as messages have it. */
export const quoted = (text: string) => `“${innerQuotes(text)}”`
/** A character for use in a message, also if it is invisible. */
export const namedCharacter = (character: string) =>
  /\s/.test(character) ? '空白' : quoted(character)

/** A decoded path; unchanged if it cannot be decoded. */
export function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
