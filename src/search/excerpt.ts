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
  let end = limit(
    cuts.filter(({ at }) => at >= stretch.end),
    stretch.end,
  )
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

const stretchesOf = (folded: string, part: string): Stretch[] =>
  occurrences(folded, part).map((start) => ({ start, end: start + part.length }))

/** A whole text as runs, every match of the folded parts marked. */
export function highlight(text: string, parts: readonly string[]): Run[] {
  const folded = fold(text)
  const runs: Run[] = []
  const push = (start: number, end: number, mark: boolean) => {
    if (start < end) runs.push({ text: text.slice(start, end), mark })
  }
  let at = 0
  for (const { start, end } of merge(parts.flatMap((part) => stretchesOf(folded, part)))) {
    push(at, start, false)
    push(start, end, true)
    at = end
  }
  push(at, text.length, false)
  return runs
}

const completed = /(^|[。！？；”’」』）\s])$/
const gap: Run = { text: '…', mark: false }

/** Text around the best match of the folded parts, cut at sentence or clause ends and never inside a whole phrase. */
export function excerpt(
  text: string,
  parts: readonly string[],
  wholePhrases: readonly string[] = [],
): Run[] {
  const folded = fold(text)
  const span = nearest(folded, parts)
  if (!span) return []
  const phrases = wholePhrases.flatMap((phrase) => stretchesOf(folded, fold(phrase)))
  const matches =
    span.end - span.start <= together
      ? [span]
      : parts.flatMap(
          (part) => stretchesOf(folded, part).find(({ start }) => start >= span.start) ?? [],
        )
  const stretches = merge(matches.map((match) => widen(text, match, phrases)))
  const runs = stretches.flatMap(({ start, end }, index) => [
    ...(index > 0 || !completed.test(text.slice(0, start)) ? [gap] : []),
    ...highlight(text.slice(start, end).trimEnd(), parts),
  ])
  const end = stretches.at(-1)?.end ?? 0
  const whole = end === text.length || completed.test(text.slice(0, end).trimEnd())
  return whole ? runs : [...runs, gap]
}
