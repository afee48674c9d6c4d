import { fold } from './fold.ts'

/**
 * Pagefind keeps a word only if it consists of letters, and never splits it only if it is a single letter. So a
 * common Han character stands for itself and any other code point for a rare Han letter, U+20000 and what follows;
 * beyond U+A5FF it takes two, the first of them from a range of its own.
 */
const han = /^[\u3400-\u4DBF\u4E00-\u9FFF]$/
const firstLetter = 0x20000
const letters = 0xa600
const firstPrefix = firstLetter + letters

// Pagefind drops these from the word it indexes but keeps them in the content it hands back.
const upperMark = '^'
const wideMark = '~'

function encode(character: string): string {
  if (han.test(character)) return character
  const code = character.codePointAt(0) as number
  const letter = String.fromCodePoint(firstLetter + (code % letters))
  if (code < letters) return letter
  return `${String.fromCodePoint(firstPrefix + Math.floor(code / letters))} ${letter}`
}

/** The words of a text for Pagefind, one or two per code point, folded; how it was written is kept in marks. */
export function tokenize(text: string): string {
  return [...text]
    .map((original) => {
      const folded = fold(original)
      if (folded === original) return encode(original)
      const wide = original >= '\uFF01' && original <= '\uFF5E'
      const upper = wide ? original >= '\uFF21' && original <= '\uFF3A' : true
      return encode(folded) + (upper ? upperMark : '') + (wide ? wideMark : '')
    })
    .join(' ')
}

/** The text that `tokenize` was given, U+3000 excepted, which returns as a space. */
export function untokenize(content: string): string {
  let text = ''
  let prefix = 0
  for (const token of content === '' ? [] : content.split(' ')) {
    const letter = token.codePointAt(0) as number
    if (letter > firstPrefix) {
      prefix = letter - firstPrefix
      continue
    }
    const code = letter < firstLetter ? letter : prefix * letters + letter - firstLetter
    const folded = String.fromCodePoint(code)
    const cased = token.includes(upperMark) ? folded.toUpperCase() : folded
    text += token.includes(wideMark) ? String.fromCharCode(cased.charCodeAt(0) + 0xfee0) : cased
    prefix = 0
  }
  return text
}

/** The quoted phrase that makes Pagefind look for exactly this run of characters. */
export function phrase(part: string): string {
  return `"${[...fold(part)].map(encode).join(' ')}"`
}
