import { fold } from '../../reading/fold.ts'
import type { SearchPage } from '../page.ts'
import { join, occurrences, type Stretch, spans } from './stretch.ts'

type Page = Pick<SearchPage, 'text' | 'title' | 'sections'>

/** A run of an excerpt; `mark` where it matches the query. */
export interface Run {
  text: string
  mark: boolean
}

/** How far, in characters, an excerpt reaches from its match to either side, if it can end there. */
const maxCutDistance = 60
/** Parts further apart than this get an excerpt each. */
const maxJoinedLength = 100
/** A block of at least so many characters is taken for a sentence or more, a shorter one for a heading or a table cell. */
const prose = 24
/** Of blocks of at least so many characters the first is as good as any. */
const sentence = 80

/** A block that says something: Han, and neither a code nor a bare “无”. */
const words = /\p{Script=Han}{2}/u

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
function blockAround(text: string, { start, end }: Stretch): Stretch {
  const before = text.lastIndexOf(' ', start - 1)
  const after = text.indexOf(' ', end)
  return { start: before + 1, end: after === -1 ? text.length : after }
}

const length = ({ start, end }: Stretch) => end - start

/** The first cut within reach that completes the words, else the last within reach, else the next; cuts are nearest first. */
function choose(cuts: readonly Cut[], from: number): number {
  const near = cuts.filter(({ at }) => Math.abs(at - from) <= maxCutDistance)
  return (near.find(({ completes }) => completes) ?? near.at(-1) ?? cuts[0])?.at ?? from
}

/** A cell of a table or a heading says little alone; what follows is taken along while it is words, not codes. */
function widenBlock(text: string, block: Stretch, limit: number): Stretch {
  let { end } = block
  while (end < limit && end - block.start < maxCutDistance) {
    const next = blockAround(text, { start: end + 1, end: end + 1 })
    if (!words.test(text.slice(next.start, next.end)) || length(next) > maxCutDistance) break
    end = next.end
  }
  return { start: block.start, end }
}

function widen({ text, sections }: Page, match: Stretch, phrases: readonly Stretch[]): Stretch {
  const block = blockAround(text, match)
  const next = sections.find(({ at }) => at > match.start)
  if (length(block) < prose) return widenBlock(text, block, (next?.at ?? text.length + 1) - 1)
  const cuts: Cut[] = [
    { at: block.start, completes: true },
    ...[...text.matchAll(anyEnd)].map(({ index, 0: found }) => ({
      at: index + found.length,
      completes: sentenceEnd.test(found),
    })),
    { at: block.end, completes: true },
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

/** The stretch of a page that answers the folded parts best: the closest together, in prose before names and tables. */
export function bestStretch(page: Page, parts: readonly string[]): Stretch | undefined {
  const isHeading = (span: Stretch) =>
    page.sections.some(({ at, title }) => span.start >= at && span.end <= at + title.length)
  const rank = (span: Stretch) => {
    if (isTitle(page, span)) return prose
    const said = Math.min(length(blockAround(page.text, span)), sentence)
    return said < prose ? prose - 1 : isHeading(span) ? -prose : -said
  }
  return spans(fold(page.text), parts).sort((a, b) => length(a) - length(b) || rank(a) - rank(b))[0]
}

const isTitle = ({ text, title }: Page, { end }: Stretch) =>
  title !== '' && end <= text.indexOf(title) + title.length

/** The first prose behind a title, or the last block of all. */
function proseBehind(text: string, name: Stretch): Stretch {
  let block = name
  do block = blockAround(text, { start: block.end + 1, end: block.end + 1 })
  while (block.end < text.length && length(block) < prose)
  return block
}

/** What a page says about the folded parts, cut at sentence or clause ends and never inside a whole phrase; what it begins with where only its title has them. */
export function excerpt(
  page: Page,
  parts: readonly string[],
  wholePhrases: readonly string[] = [],
): Run[] {
  const { text } = page
  const folded = fold(text)
  const best = bestStretch(page, parts)
  if (!best) return []
  const phrases = wholePhrases.flatMap((phrase) => occurrences(folded, fold(phrase)))
  const isApart = length(best) > maxJoinedLength
  const matches = isTitle(page, best)
    ? [proseBehind(text, best)]
    : isApart
      ? parts.flatMap(
          (part) => occurrences(folded, part).find(({ start }) => start >= best.start) ?? [],
        )
      : [best]
  const stretches = join(matches.map((match) => widen(page, match, phrases)))
  const gap: Run = { text: '…', mark: false }
  const runs = stretches.flatMap(({ start, end }, index) => [
    ...(index > 0 || !completed.test(text.slice(0, start)) ? [gap] : []),
    ...highlight(text.slice(start, end).trimEnd(), parts),
  ])
  const end = stretches.at(-1)?.end ?? 0
  const whole = /^\s*$/.test(text[end] ?? '') || completed.test(text.slice(0, end).trimEnd())
  return whole ? runs : [...runs, gap]
}
