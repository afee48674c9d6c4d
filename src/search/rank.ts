import { fold } from './fold.ts'
import type { SearchPage } from './page.ts'

/** A page that contains every part of a query. */
export interface Hit {
  page: SearchPage
  score: number
}

/** Hits that stand together: the page that leads the group first, then its figure pages, best first. */
export interface Group {
  title: string
  hits: Hit[]
}

/** The offsets at which a folded part occurs in a folded text. */
export function occurrences(text: string, part: string): number[] {
  const found: number[] = []
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + part.length))
    found.push(at)
  return found
}

/** The shortest stretch of a folded text that holds every folded part, or undefined where one is missing. */
export function nearest(
  text: string,
  parts: readonly string[],
): { start: number; end: number } | undefined {
  const places = parts
    .flatMap((part) =>
      occurrences(text, part).map((start) => ({ part, start, end: start + part.length })),
    )
    .sort((a, b) => a.start - b.start)
  const last = new Map<string, { start: number; end: number }>()
  let best: { start: number; end: number } | undefined
  for (const place of places) {
    last.set(place.part, place)
    if (last.size < new Set(parts).size) continue
    const start = Math.min(...[...last.values()].map((seen) => seen.start))
    const end = Math.max(...[...last.values()].map((seen) => seen.end))
    if (!best || end - start < best.end - best.start) best = { start, end }
  }
  return best
}

// A page named for what is asked outranks one that has it in a heading, which outranks any in the body:
// counting and nearness together stay below 10.
const titleWeight = 100
const headingWeight = 10

/** How well a page that contains every folded part answers it; only the order of scores means anything. */
export function score(page: SearchPage, parts: readonly string[]): number {
  const title = fold(page.title)
  const headings = fold(page.headings.join('\n'))
  const text = fold(page.text)
  const length = parts.join('').length
  const counts = parts.map((part) => Math.log2(1 + occurrences(text, part).length))
  const span = nearest(text, parts)
  const close = span ? length / (span.end - span.start) : 0
  const named = parts.map((part) =>
    title.includes(part) ? titleWeight : headings.includes(part) ? headingWeight : 0,
  )
  const mean = (numbers: number[]) =>
    numbers.reduce((sum, number) => sum + number, 0) / numbers.length
  return mean(named) + Math.min(mean(counts), 6) + 3 * close
}

/** Hits as groups, the group with the best hit first, ties in the site's own order. */
export function groupHits(hits: readonly Hit[]): Group[] {
  const byGroup = new Map<string, Hit[]>()
  for (const hit of hits) {
    const members = byGroup.get(hit.page.group)
    if (members) members.push(hit)
    else byGroup.set(hit.page.group, [hit])
  }
  const leads = (hit: Hit) => (hit.page.kind === 'figure' ? 0 : 1)
  return [...byGroup.values()]
    .map((members) => members.sort((a, b) => leads(b) - leads(a) || b.score - a.score))
    .sort(
      (a, b) =>
        Math.max(...b.map((hit) => hit.score)) - Math.max(...a.map((hit) => hit.score)) ||
        (a[0] as Hit).page.order - (b[0] as Hit).page.order,
    )
    .map((members) => ({ title: (members[0] as Hit).page.groupTitle, hits: members }))
}
