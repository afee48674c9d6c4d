import type { z } from 'zod'
import type { Document } from '../documents/document.ts'
import { fieldsOf } from '../documents/fields.ts'
import { offsetWithin, type Position, positionAt } from '../documents/position.ts'
import { placeholder } from '../facts/copy.ts'

/** Where words were written, which decides how a quantity among them is bound. */
export type PassageKind = 'prose' | 'copy' | 'source'

/** A run of words that readers see as one, with the way back to where it was written. */
export interface Passage {
  kind: PassageKind
  file: string
  /** The words; whatever is bound or breaks the run (components, placeholders) is an object character. */
  text: string
  positionOf(index: number, length: number): Position
}

/** What stands in a passage for something that is not words. */
export const objectCharacter = '\uFFFC'

/** What stands around words that a component encloses, so that no phrase runs across its edge. */
export const [openingEdge, closingEdge] = ['\uFFF9', '\uFFFB'] as const

/** The site's own words in a register or front matter: every field its schema marks as copy. */
export function copyPassages(document: Document, schema: z.core.$ZodType): Passage[] {
  return [...fieldsOf(schema, document.value)].flatMap(({ role, value, path }) => {
    if (role.role !== 'copy' || typeof value !== 'string' || !document.isWhole(path)) return []
    const range = document.rangeOf(path)
    const text = value.replace(placeholder, (match) => objectCharacter.repeat(match.length))
    return {
      kind: 'copy',
      file: document.file,
      text,
      positionOf: (index, length) =>
        positionAt(document.text, offsetWithin(document.text, range, value, index, length)),
    } satisfies Passage
  })
}
