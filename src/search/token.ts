import { fold } from '../reading/fold.ts'

/**
 * Pagefind indexes words between spaces, and neither splits, stems nor segments one of plain Latin letters. So a code
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

// Of a length that neither a pair nor a character has. There are two, so that no run reaches from one text into the
// next, not even where only every other pair of it is looked up.
const boundary = ['a', 'a']

/** The words that Pagefind indexes for a page; texts said more than once weigh more. */
export function indexedWords(texts: readonly string[]): string {
  const encoded = texts.map((text) => Array.from(fold(text), encode))
  return [
    ...encoded.flatMap((letters) => [...pairs(letters), ...boundary]),
    ...new Set(encoded.flat()),
  ].join(' ')
}

/** The words of the index that stand one after the other exactly where a text has this run of characters. */
export function runWords(run: string): string[] {
  const letters = Array.from(fold(run), encode)
  return letters.length === 1 ? letters : pairs(letters)
}
