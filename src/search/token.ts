import { fold } from './fold.ts'

/**
 * Pagefind keeps a word only if it consists of letters, and finds one reliably only if it is a single letter.
 * So a common Han character stands for itself, and any other code point for a rare Han letter
 * (U+20000 and what follows, two of them above U+A6CF).
 */
const han = /^[\u3400-\u4DBF\u4E00-\u9FFF]$/
const firstLetter = 0x20000
const letters = 0xa6d0

// Pagefind drops these from the word it indexes but keeps them in the content it hands back.
const upperMark = '^'
const wideMark = '~'

function encode(character: string): string {
  if (han.test(character)) return character
  const code = character.codePointAt(0) as number
  const high = Math.floor(code / letters)
  const low = String.fromCodePoint(firstLetter + (code % letters))
  return high === 0 ? low : String.fromCodePoint(firstLetter + high) + low
}

function decode(word: string): string {
  if (han.test(word)) return word
  const [first = 0, second] = [...word].map((letter) => (letter.codePointAt(0) as number) - firstLetter)
  return String.fromCodePoint(second === undefined ? first : first * letters + second)
}

/** The words of a text for Pagefind, one per code point, folded; how the text was written is kept in marks. */
export function tokenize(text: string): string {
  return [...text]
    .map((original) => {
      const folded = fold(original)
      if (folded === original) return encode(original)
      const narrow = original >= '\uFF01' && original <= '\uFF5E'
      const upper = narrow ? folded >= 'a' && original <= '\uFF3A' : true
      return encode(folded) + (upper ? upperMark : '') + (narrow ? wideMark : '')
    })
    .join(' ')
}

/** The text that `tokenize` was given, U+3000 excepted, which returns as a space. */
export function untokenize(content: string): string {
  if (content === '') return ''
  return content
    .split(' ')
    .map((token) => {
      const [word = ''] = token.split(/[\^~]/, 1)
      const cased = token.includes(upperMark) ? decode(word).toUpperCase() : decode(word)
      return token.includes(wideMark) ? String.fromCharCode(cased.charCodeAt(0) + 0xfee0) : cased
    })
    .join('')
}

/** The quoted phrase that makes Pagefind look for exactly this run of characters. */
export function phrase(part: string): string {
  return `"${[...fold(part)].map(encode).join(' ')}"`
}
