import { fold } from './fold.ts'
import { nearest, occurrences } from './rank.ts'

/** A run of an excerpt; `mark` where it matches the query. */
export interface Run {
  text: string
  mark: boolean
}

interface Stretch {
  start: number
  end: number
}

/** How far, in characters, an excerpt reaches from its match to either side, if it can end there. */
const reach = 60
/** Parts further apart than this get an excerpt each. */
const together = 100

const sentence = /[。！？；][”’」』）]?/.source
// Only here may an excerpt end, so that no figure is cut from its unit or qualifier.
const clause = /[，、：… ]/.source

/** The end of a stretch in one direction: a sentence end in reach, else the last clause end in reach, else the next one. */
function limit(cuts: readonly { at: number; ends: boolean }[], from: number): number {
  const near = cuts.filter(({ at }) => Math.abs(at - from) <= reach)
  return (near.find(({ ends }) => ends) ?? near.at(-1) ?? cuts[0])?.at ?? from
}

function widen(text: string, stretch: Stretch, phrases: readonly Stretch[]): Stretch {
  const cuts = [
    { at: 0, ends: true },
    ...[...text.matchAll(new RegExp(`${sentence}|${clause}`, 'g'))].map((match) => ({
      at: match.index + match[0].length,
      ends: new RegExp(sentence).test(match[0]),
    })),
    { at: text.length, ends: true },
  ]
  let start = limit(cuts.filter(({ at }) => at <= stretch.start).reverse(), stretch.start)
  let end = limit(cuts.filter(({ at }) => at >= stretch.end), stretch.end)
  for (const phrase of phrases) {
    if (phrase.start < start && phrase.end > start) start = phrase.start
    if (phrase.start < end && phrase.end > end) end = phrase.end
  }
  return { start, end }
}

const merge = (stretches: Stretch[]) =>
  [...stretches]
    .sort((a, b) => a.start - b.start)
    .reduce<Stretch[]>((merged, next) => {
      const last = merged.at(-1)
      if (last && next.start <= last.end) last.end = Math.max(last.end, next.end)
      else merged.push({ ...next })
      return merged
    }, [])

/** Text around the best match of the folded parts, cut at sentence or clause ends and never inside a whole phrase. */
export function excerpt(text: string, parts: readonly string[], wholePhrases: readonly string[] = []): Run[] {
  const folded = fold(text)
  const stretchesOf = (part: string) =>
    occurrences(folded, part).map((start) => ({ start, end: start + part.length }))
  const span = nearest(folded, parts)
  if (!span) return []
  const phrases = wholePhrases.flatMap((phrase) => stretchesOf(fold(phrase)))
  const marks = merge(parts.flatMap(stretchesOf))
  const matched =
    span.end - span.start <= together
      ? [span]
      : parts.flatMap((part) => stretchesOf(part).find(({ start }) => start >= span.start) ?? [])

  const runs: Run[] = []
  const push = (run: string, mark: boolean) => {
    if (run !== '') runs.push({ text: run, mark })
  }
  let shownTo = 0
  for (const { start, end } of merge(matched.map((match) => widen(text, match, phrases)))) {
    if (start > shownTo && !/[。！？；”’」』）\s]$/.test(text.slice(0, start))) push('…', false)
    let at = start
    for (const mark of marks.filter((mark) => mark.end > start && mark.start < end)) {
      push(text.slice(at, Math.max(mark.start, start)), false)
      push(text.slice(Math.max(mark.start, start), Math.min(mark.end, end)), true)
      at = Math.min(mark.end, end)
    }
    push(text.slice(at, end).trimEnd(), false)
    shownTo = end
  }
  if (!/[。！？；”’」』）]\s*$/.test(text.slice(0, shownTo)) && shownTo < text.length) push('…', false)
  return runs
}
