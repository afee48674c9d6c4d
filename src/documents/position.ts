/** A place in a text, counted from 1 as editors do. */
export interface Position {
  line: number
  column: number
}

/** The line and column (UTF-16 units, from 1) of an offset. */
export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset)
  const lineStart = before.lastIndexOf('\n') + 1
  return { line: before.split('\n').length, column: offset - lineStart + 1 }
}

/** Text with all quotes made straight, because prose turns straight quotes into pairs. */
const straight = (text: string) => text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'")

/**
 * The offset in a file of a part of a value, given the raw range in which the value was written. Escapes may make the
 * raw text longer, so the part is found by counting its occurrences, not by its index.
 */
export function offsetWithin(
  text: string,
  [start, end]: readonly [number, number],
  value: string,
  index: number,
  length: number,
): number {
  const until = straight(value.slice(0, index + length))
  const piece = until.slice(index)
  const raw = straight(text.slice(start, end))
  let occurrence = until.split(piece).length - 1
  let at = -1
  while (occurrence > 0) {
    const next = raw.indexOf(piece, at + 1)
    if (next < 0) break
    at = next
    occurrence--
  }
  return at < 0 ? start : start + at
}
