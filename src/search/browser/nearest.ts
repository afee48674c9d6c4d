import { fold } from '../../reading/fold.ts'
import type { PinyinTable } from '../../reading/pinyinTable.ts'
import { occurrences, type Stretch } from './stretch.ts'

const han = /^\p{Script=Han}+$/u
/** The characters that say how much a figure says, as a class of a pattern; one is never offered for another. */
export const qualifying = `[${[...'余多近约达超逾几两'].join('')}零〇\\p{Nl}${[...'一四七', ...'二五八', ...'三六九', ...'十千亿', ...'百万'].join('')}]`
const qualifies = new RegExp(qualifying, 'u')
const shortestEdited = 4
/** The company that an office belongs to: its name is no name of a person. */
const free = /^.*公司(?=.)/u

/** What a query may look like with one character wrong, missing or too much, as a pattern; undefined where that says too little. */
function oneEdit(query: string): RegExp | undefined {
  const letters = [...query]
  if (letters.length < shortestEdited) return undefined
  const around = (from: number, to: number) => [
    letters.slice(0, from).join(''),
    letters.slice(to).join(''),
  ]
  const any = `(?!${qualifying})\\p{Script=Han}`
  const patterns = letters.flatMap((letter, at) => {
    if (qualifies.test(letter)) return []
    const changed = around(at, at + 1).join(any)
    const without = around(at, at + 1).join('')
    const inserted = at > 0 ? [around(at, at).join(any)] : []
    return [changed, without, ...inserted]
  })
  return patterns.length > 0 ? new RegExp(patterns.join('|'), 'gu') : undefined
}

const sameSound = (a: string, b: string, table: PinyinTable) =>
  a === b ||
  (!qualifies.test(a + b) && (table[a]?.some((reading) => table[b]?.includes(reading)) ?? false))

function* soundingAlike(text: string, query: string, table: PinyinTable): Generator<Stretch> {
  const letters = [...query]
  if (letters.length < 2) return
  for (let start = 0; start + letters.length <= text.length; start++) {
    const run = text.slice(start, start + letters.length)
    if (letters.every((letter, at) => sameSound(letter, run[at] ?? '', table))) {
      yield { start, end: start + run.length }
    }
  }
}

/**
 * The first run of a text that a query of Han characters misses by one edit or writes by its sound, as written there;
 * never one that touches a guarded phrase, be it a name, an office or a set phrase.
 */
export function nearest(
  text: string,
  query: string,
  table: PinyinTable,
  guarded: readonly string[],
): string | undefined {
  if (!han.test(query)) return undefined
  const folded = fold(text)
  const kept = guarded.flatMap((phrase) => {
    const own = free.exec(phrase)?.[0].length ?? 0
    return occurrences(folded, fold(phrase)).map(({ start, end }) => ({ start: start + own, end }))
  })
  const isFree = ({ start, end }: Stretch) =>
    !kept.some((phrase) => start < phrase.end && end > phrase.start)
  const pattern = oneEdit(query)
  const edited = pattern
    ? Array.from(folded.matchAll(pattern), ({ index, 0: run }) => ({
        start: index,
        end: index + run.length,
      }))
    : []
  const found = [...soundingAlike(folded, query, table), ...edited].find(isFree)
  return found && text.slice(found.start, found.end)
}
