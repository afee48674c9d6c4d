import { fold } from './fold.ts'

/**
 * Pagefind knows words between spaces, and neither splits, stems nor segments one of plain Latin letters. So a code
 * point is four letters, and a text is indexed as its pairs of neighbours (short lists to fetch, unlike single
 * characters of a large archive) and, for queries of one character, as the characters that occur in it.
 */
const base = 26
const width = 4
const firstLetter = 97

function encode(character: string): string {
  let code = character.codePointAt(0) as number
  let letters = ''
  for (let place = 0; place < width; place++) {
    letters = String.fromCharCode(firstLetter + (code % base)) + letters
    code = Math.floor(code / base)
  }
  return letters
}

const pairs = (letters: readonly string[]) =>
  letters.slice(1).map((letter, index) => `${letters[index]}${letter}`)

// Of a length that neither a pair nor a character has, so that no phrase runs from one text into the next.
const boundary = 'a'

/** The words that Pagefind indexes for a page; texts said more than once weigh more. */
export function indexedWords(texts: readonly string[]): string {
  const encoded = texts.map((text) => Array.from(fold(text), encode))
  return [
    ...encoded.flatMap((letters) => [...pairs(letters), boundary]),
    ...new Set(encoded.flat()),
  ].join(' ')
}

/** The quoted phrase that makes Pagefind look for exactly this run of characters. */
export function phrase(part: string): string {
  const letters = Array.from(fold(part), encode)
  return `"${(letters.length === 1 ? letters : pairs(letters)).join(' ')}"`
}
