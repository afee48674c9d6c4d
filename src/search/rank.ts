import { fold } from './fold.ts'
import type { SearchPage } from './page.ts'
import { occurrences, spans } from './stretch.ts'

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
  const shortest = Math.min(...spans(text, parts).map(({ start, end }) => end - start))
  const close = length / shortest
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
