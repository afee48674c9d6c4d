import { fold } from '../../reading/fold.ts'
import type { PageKind } from '../../sitePages.ts'
import type { SearchPage } from '../page.ts'
import { occurrences, spans } from './stretch.ts'

// Counting and nearness together stay below 10, so that each of these outranks whatever comes after it.
const weights = { title: 4000, heading: 400, word: 40 } as const

// Rows of a table, lists of figures and the edition's page repeat what others tell.
const repeating: Partial<Record<PageKind, number>> = { data: 0.5, figures: 0.5, edition: 0.6 }

/** The letters of a name: its quotation marks are seldom typed. */
const letters = (name: string) => fold(name).replace(/[^\p{L}\p{N}]/gu, '')

const mean = (numbers: readonly number[]) =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length

/** How well the text of a page that contains every folded part answers it: by nearness and count. */
function textScore(text: string, parts: readonly string[]): number {
  const folded = fold(text)
  const counts = parts.map((part) => Math.log2(1 + occurrences(folded, part).length))
  const shortest = Math.min(...spans(folded, parts).map(({ start, end }) => end - start))
  return Math.min(mean(counts), 6) + (3 * parts.join('').length) / shortest
}

/** How a page is named by one part: title before heading before words, the more the fuller the name; 0 where it is not. */
function nameScore({ title, kind, sections }: SearchPage, part: string, words: readonly string[]) {
  const score = (weight: number, names: readonly string[]) =>
    Math.max(
      0,
      ...names
        .filter((name) => name.includes(part))
        .map((name) => weight * (1 + part.length / name.length)),
    )
  // A figure's page is named like the figure in its chapter, which says more.
  return (
    score(kind === 'figure' ? weights.heading : weights.title, [fold(title)]) ||
    score(
      weights.heading,
      sections.map((section) => fold(section.title)),
    ) ||
    score(weights.word, words)
  )
}

/** How well a page that contains every folded part answers them: one that is called so, then one named so, then the text. */
function score(page: SearchPage, parts: readonly string[], words: readonly string[]): number {
  const asked = letters(parts.join(''))
  const isCalled = asked !== '' && letters(page.title) === asked
  const says = words.some((word) => letters(word) === asked)
  const named = parts.map((part) => nameScore(page, part, words))
  const name = named.includes(0) ? mean(named) / 100 : mean(named)
  const called = (isCalled ? 4 * weights.title : 0) + (says ? 2 * weights.title : 0)
  return (repeating[page.kind] ?? 1) * (called + name + textScore(page.text, parts))
}

/** Pages that contain every folded part, best first. */
export function rankPages(
  pages: readonly SearchPage[],
  parts: readonly string[],
  words: ReadonlyMap<SearchPage, readonly string[]>,
): SearchPage[] {
  return pages
    .map((page) => ({ page, score: score(page, parts, words.get(page) ?? []) }))
    .sort((a, b) => b.score - a.score || a.page.order - b.page.order)
    .map(({ page }) => page)
}
