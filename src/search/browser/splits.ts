import { fold } from '../../reading/fold.ts'
import type { SearchPage } from '../page.ts'
import { qualifying } from './nearest.ts'
import { spans } from './stretch.ts'

const shortest = 2
const mostCuts = 2
const longest = 16
// A number is not parted from what it says: neither from its digits, nor its qualifier, nor its unit.
const numeric = new RegExp(`${qualifying}|[\\p{N}\\p{P}\\p{S}a-z]`, 'u')

/** The ways to cut a run of characters into so many pieces more, none too short and none inside a number. */
function cut(run: string, cuts: number): string[][] {
  if (cuts === 0) return [[run]]
  const ways: string[][] = []
  for (let at = shortest; at + shortest <= run.length; at++) {
    if (numeric.test(run.slice(at - 1, at + 1))) continue
    for (const rest of cut(run.slice(at), cuts - 1)) ways.push([run.slice(0, at), ...rest])
  }
  return ways
}

/** The ways to cut one part of a query that some page has all pieces of; the fewest pieces, closest together, first. */
function waysOf(part: string, texts: readonly string[]): string[][] {
  if (part.length > longest || texts.some((text) => text.includes(part))) return [[part]]
  for (let cuts = 1; cuts <= mostCuts; cuts++) {
    const found = cut(part, cuts).flatMap((pieces) => {
      // Only pieces that have the page in common: the longest span of others is no answer.
      const lengths = texts.flatMap((text) =>
        spans(text, pieces).map(({ start, end }) => end - start),
      )
      return lengths.length > 0 ? [{ pieces, length: Math.min(...lengths) }] : []
    })
    if (found.length > 0)
      return found.sort((a, b) => a.length - b.length).map(({ pieces }) => pieces)
  }
  return []
}

/** The ways to cut the parts of a query that no page answers whole, best first. */
export function splits(parts: readonly string[], pages: readonly SearchPage[]): string[][] {
  const texts = pages.map(({ text }) => fold(text))
  return parts
    .map((part) => waysOf(part, texts))
    .reduce<string[][]>(
      (ways, own) => ways.flatMap((way) => own.slice(0, 3).map((one) => [...way, ...one])),
      [[]],
    )
    .map((way) => [...new Set(way)])
}
