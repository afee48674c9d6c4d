import { Converter } from 'opencc-js'

const blocks = [
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
] as const

/** The traditional and variant forms of the characters of a text, each with the form that the text uses. */
export function traditionalTable(text: string): Record<string, string> {
  const simplify = Converter({ from: 't', to: 'cn' })
  const used = new Set(text)
  const table: Record<string, string> = {}
  for (const [first, last] of blocks) {
    for (let code = first; code <= last; code++) {
      const character = String.fromCharCode(code)
      // A form that the text itself uses is searched for as it stands.
      if (used.has(character)) continue
      const simplified = simplify(character)
      if (used.has(simplified)) table[character] = simplified
    }
  }
  return table
}
