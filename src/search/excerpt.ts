import { fold } from '../reading/fold.ts'
import { join, occurrences, type Stretch, spans } from './stretch.ts'

/** A run of an excerpt; `mark` where it matches the query. */
export interface Run {
  text: string
  mark: boolean
}

/** How far, in characters, an excerpt reaches from its match to either side, if it can end there. */
const reach = 60
/** Parts further apart than this get an excerpt each. */
const together = 100
/** A block of at least so many characters is taken for a sentence or more, a shorter one for a heading or a table cell. */
const prose = 24

const sentenceEnd = /[。！？；][”’」』）]?/
// Only here may an excerpt end, so that no figure is cut from its unit or qualifier.
const anyEnd = new RegExp(`${sentenceEnd.source}|[，、：… ]`, 'g')
const completed = /(^|[。！？；”’」』）\s])$/

interface Cut {
  at: number
  /** Whether something is complete here: a sentence, a paragraph, the text. */
  completes: boolean
}

/** The block of text around a stretch; white space is what parts blocks. */
export function blockAround(text: string, { start, end }: Stretch): Stretch {
  const before = text.lastIndexOf(' ', start - 1)
  const after = text.indexOf(' ', end)
  return { start: before + 1, end: after === -1 ? text.length : after }
}

const length = ({ start, end }: Stretch) => end - start

/** The first completing cut in reach, else the last cut in reach, else the next one; cuts are nearest first. */
function choose(cuts: readonly Cut[], from: number): number {
  const near = cuts.filter(({ at }) => Math.abs(at - from) <= reach)
  return (near.find(({ completes }) => completes) ?? near.at(-1) ?? cuts[0])?.at ?? from
}

function widen(text: string, match: Stretch, phrases: readonly Stretch[]): Stretch {
  const block = blockAround(text, match)
  const bounds = length(block) >= prose ? block : { start: 0, end: text.length }
  const cuts: Cut[] = [
    { at: bounds.start, completes: true },
    ...[...text.matchAll(anyEnd)].map(({ index, 0: found }) => ({
      at: index + found.length,
      completes: sentenceEnd.test(found),
    })),
    { at: bounds.end, completes: true },
  ].sort((a, b) => a.at - b.at)
  const before = cuts.filter(({ at }) => at <= match.start).reverse()
  const after = cuts.filter(({ at }) => at >= match.end)
  const cut = { start: choose(before, match.start), end: choose(after, match.end) }
  const torn = phrases.filter(
    ({ start, end }) =>
      (start < cut.start && end > cut.start) || (start < cut.end && end > cut.end),
  )
  return join([cut, ...torn])[0] ?? cut
}

/** A whole text as runs, every match of the folded parts marked. */
export function highlight(text: string, parts: readonly string[]): Run[] {
  const folded = fold(text)
  const marks = join(parts.flatMap((part) => occurrences(folded, part)))
  const runs: Run[] = []
  let at = 0
  for (const { start, end } of marks) {
    runs.push(
      { text: text.slice(at, start), mark: false },
      { text: text.slice(start, end), mark: true },
    )
    at = end
  }
  return [...runs, { text: text.slice(at), mark: false }].filter((run) => run.text !== '')
}

/** The stretch of a text that answers the folded parts best: the closest together, in prose before headings and tables. */
export function bestStretch(text: string, parts: readonly string[]): Stretch | undefined {
  const inProse = (span: Stretch) => (length(blockAround(text, span)) >= prose ? 0 : 1)
  return spans(fold(text), parts).sort(
    (a, b) => length(a) - length(b) || inProse(a) - inProse(b),
  )[0]
}

/** Text around the best match of the folded parts, cut at sentence or clause ends and never inside a whole phrase. */
export function excerpt(
  text: string,
  parts: readonly string[],
  wholePhrases: readonly string[] = [],
): Run[] {
  const folded = fold(text)
  const best = bestStretch(text, parts)
  if (!best) return []
  const phrases = wholePhrases.flatMap((phrase) => occurrences(folded, fold(phrase)))
  const matches =
    length(best) <= together
      ? [best]
      : parts.flatMap(
          (part) => occurrences(folded, part).find(({ start }) => start >= best.start) ?? [],
        )
  const stretches = join(matches.map((match) => widen(text, match, phrases)))
  const gap: Run = { text: '…', mark: false }
  const runs = stretches.flatMap(({ start, end }, index) => [
    ...(index > 0 || !completed.test(text.slice(0, start)) ? [gap] : []),
    ...highlight(text.slice(start, end).trimEnd(), parts),
  ])
  const end = stretches.at(-1)?.end ?? 0
  const whole = end === text.length || completed.test(text.slice(0, end).trimEnd())
  return whole ? runs : [...runs, gap]
}
