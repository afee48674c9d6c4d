import type { z } from 'zod'
import type { Document } from '../documents/document.ts'
import { fieldsOf } from '../documents/fields.ts'
import { offsetWithin, type Position, positionAt } from '../documents/position.ts'
import { placeholder } from '../facts/copy.ts'

/** Where words were written, which decides how quantities in them must be bound. */
export type PassageKind = 'prose' | 'copy' | 'source'

/** A text that readers see as one, with the means to find where it was written. */
export interface Passage {
  kind: PassageKind
  file: string
  /** The text; bound or interrupting parts (components, placeholders) are object characters. */
  text: string
  positionOf(index: number, length: number): Position
}

/** The character that represents anything that is not words. */
export const objectCharacter = '\uFFFC'

/** The characters around words enclosed by a component, so that no phrase extends across its edge. */
export const [openingEdge, closingEdge] = ['\uFFF9', '\uFFFB'] as const

/** The site's own words in a register or front matter: every field that its schema marks as copy. */
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
