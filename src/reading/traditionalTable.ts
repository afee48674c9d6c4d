import { Converter } from 'opencc-js'
import { unifiedForm } from '../facts/characters.ts'

const blocks = [
  [0x2e80, 0x2ef3],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
] as const

/**
 * The traditional and variant forms, and look-alike radicals, of the characters of a text, each with the form used in
 * the text.
 */
export function traditionalTable(text: string): Record<string, string> {
  const simplify = Converter({ from: 't', to: 'cn' })
  const used = new Set(text)
  const table: Record<string, string> = {}
  for (const [first, last] of blocks) {
    for (let code = first; code <= last; code++) {
      const character = String.fromCharCode(code)
      // A form that occurs in the text is searched for directly.
      if (used.has(character)) continue
      const simplified = simplify(unifiedForm(character))
      if (used.has(simplified)) table[character] = simplified
    }
  }
  return table
}
