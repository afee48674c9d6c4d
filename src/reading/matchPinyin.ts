import { fold } from './fold.ts'
import type { PinyinTable } from './pinyinTable.ts'

/** The part of a text that matches a query by sound, by offsets; `whole` if every syllable is typed in full. */
export interface PinyinMatch {
  start: number
  end: number
  whole: boolean
}

const spoken = /[\p{L}\p{N}]/u
const han = /\p{Script=Han}/u
const latin = /^[a-z]+$/
const vowel = /[aeiouv]/

/** The letters and digits of a text with their offsets; readers who type pinyin leave out the marks between them. */
const letters = (text: string) =>
  Array.from(fold(text).matchAll(/./gsu), ({ 0: letter, index }) => ({ letter, index })).filter(
    ({ letter }) => spoken.test(letter),
  )

/** The ways to type a character: itself, each reading, each initial; zh, ch and sh count as initials as well as z, c, s. */
function spellings(character: string, table: PinyinTable): { text: string; whole: boolean }[] {
  const readings = table[character] ?? []
  const initials = readings.flatMap((reading) => {
    const [initial = ''] = /^[zcs]h/.exec(reading) ?? []
    return [reading.slice(0, 1), initial].filter((part) => part !== '' && part !== reading)
  })
  return [
    { text: character, whole: true },
    ...readings.map((text) => ({ text, whole: true })),
    ...[...new Set(initials)].map((text) => ({ text, whole: false })),
  ]
}

/**
 * How far into the query each reading of the text from one letter on has matched; true if all syllables so far are
 * complete.
 */
type Progress = Map<number, boolean>

function step(
  progress: Progress,
  query: string,
  character: string,
  table: PinyinTable,
): { next: Progress; ended: boolean | undefined } {
  const next: Progress = new Map()
  let ended: boolean | undefined
  for (const [at, whole] of progress) {
    // Readers who type by sound may leave out digits and Latin letters: 图1-1 is tu.
    if (!han.test(character)) next.set(at, whole)
    for (const spelling of spellings(character, table)) {
      const both = whole && spelling.whole
      if (query.startsWith(spelling.text, at)) {
        const to = at + spelling.text.length
        if (to === query.length) ended = ended || both
        else next.set(to, next.get(to) || both)
      }
      // The last syllable may be incomplete, as in zhengxi for 政协.
      const rest = query.slice(at)
      if (latin.test(rest) && spelling.text.startsWith(rest))
        ended = ended || (both && vowel.test(rest))
    }
  }
  return { next, ended }
}

/**
 * The first match of a query of pinyin, initials, Chinese characters or a mixture (`zhengxie`, `zqxsh`, `nh子城`) in a
 * text; matches of complete syllables come first. Punctuation and spaces of both are ignored, and digits of the text
 * may be left out.
 */
export function findPinyin(
  query: string,
  text: string,
  table: PinyinTable,
): PinyinMatch | undefined {
  const asked = letters(query)
    .map(({ letter }) => letter)
    .join('')
  if (asked === '') return undefined
  const read = letters(text)
  let byInitials: PinyinMatch | undefined
  for (const [from, first] of read.entries()) {
    if (!han.test(first.letter) && first.letter !== asked.slice(0, first.letter.length)) continue
    let progress: Progress = new Map([[0, true]])
    for (const { letter, index } of read.slice(from)) {
      const { next, ended } = step(progress, asked, letter, table)
      if (ended !== undefined) {
        const match = { start: first.index, end: index + letter.length, whole: ended }
        if (ended) return match
        byInitials ??= match
        break
      }
      if (next.size === 0) break
      progress = next
    }
  }
  return byInitials
}

/**
 * Whether a text matches a query of pinyin, initials, Chinese characters or a mixture; needs only the table, no
 * dictionary.
 */
export function matchPinyin(query: string, text: string, table: PinyinTable): boolean {
  return findPinyin(query, text, table) !== undefined
}
