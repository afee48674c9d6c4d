import { characterFaults } from '../facts/characters.ts'
import { type Document, type Path, problemAt } from './document.ts'
import { positionAt } from './position.ts'
import type { Problem } from './problem.ts'

/** Characters in the text of a file that content may not hold. */
export const checkCharacters = (file: string, text: string): Problem[] =>
  characterFaults(text).map(({ index, length: _, ...words }) => ({
    file,
    ...positionAt(text, index),
    ...words,
  }))

function* stringsOf(value: unknown, path: Path = []): Generator<{ text: string; path: Path }> {
  if (typeof value === 'string') yield { text: value, path }
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    yield* stringsOf(inner, [...path, Array.isArray(value) ? Number(key) : key])
  }
}

/** Characters that a file does not hold as they are but as escapes (\\u200b), in the values read from it. */
export const checkEscapes = (document: Document): Problem[] =>
  [...stringsOf(document.value)].flatMap(({ text, path }) =>
    characterFaults(text).flatMap(({ index, length, ...words }) => {
      const [start, end] = document.rangeOf(path)
      const written = document.text.slice(start, end)
      // A character as it is was named where the file was read.
      if (written.includes(text.slice(index, index + length))) return []
      return [problemAt(document, path, words)]
    }),
  )
