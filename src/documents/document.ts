import { offsetWithin, positionAt } from './position.ts'
import type { Problem, ProblemWords } from './problem.ts'

/** Where a value stands inside another: keys and indexes from the root. */
export type Path = readonly PropertyKey[]

/** A parsed file that knows where each of its values was written. */
export interface Document {
  /** Relative to the content root, with forward slashes. */
  file: string
  text: string
  /**
   * What could be read; if the file has syntax errors, only the part before the first error that breaks its structure.
   */
  value: unknown
  /** Raw range of the value at a path, or of the nearest existing value around it. */
  rangeOf(path: Path): readonly [number, number]
  /** Offset of a property's name. */
  offsetOfKey(path: Path, key: string): number
  /** Whether the value at a path was read completely. */
  isWhole(path: Path): boolean
  /**
   * Every key of a record that can still be recognised in a broken file; undefined if the file has no syntax errors.
   */
  salvagedKeys?: ReadonlySet<string>
}

/** The value at a path, undefined where there is none. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null
        ? (inner as Record<PropertyKey, unknown>)[key]
        : undefined,
    value,
  )
}

/** Every string in a value, with its path. */
export function* stringsOf(
  value: unknown,
  path: Path = [],
): Generator<{ text: string; path: Path }> {
  if (typeof value === 'string') yield { text: value, path }
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    yield* stringsOf(inner, [...path, Array.isArray(value) ? Number(key) : key])
  }
}

/** A problem at the value of a path, or at a part of the text there. */
export function problemAt(
  document: Document,
  path: Path,
  words: ProblemWords,
  piece?: { index: number; length: number },
): Problem {
  const range = document.rangeOf(path)
  const value = valueAt(document.value, path)
  const offset =
    piece && typeof value === 'string'
      ? offsetWithin(document.text, range, value, piece.index, piece.length)
      : range[0]
  return { file: document.file, ...positionAt(document.text, offset), ...words }
}

/** The line (from 1) on which the value at a path is written. */
export function lineOf(document: Document, path: Path): number {
  return positionAt(document.text, document.rangeOf(path)[0]).line
}
