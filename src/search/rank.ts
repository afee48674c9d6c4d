import { fold } from '../reading/fold.ts'
import type { PageKind } from '../sitePages.ts'
import type { SearchPage, Section } from './page.ts'
import { occurrences, spans } from './stretch.ts'

/** What a page is named by, known without its text. */
export interface Named {
  title: string
  kind: PageKind
  sections: readonly Pick<Section, 'title'>[]
  order: number
}

/** The words of a page's indicators and of the terms it explains. */
export interface Words {
  indicators: readonly string[]
  terms: readonly string[]
}

// Counting and nearness together stay below 10, so that each of these outranks whatever comes after it.
const weights = { title: 4000, heading: 400, indicator: 40, term: 10 } as const

const isIn = (part: string, text: string) => fold(text).includes(part)

/** How a page is named by the folded parts: title before heading before indicator before term; 0 for a part in none. */
function nameWeights(page: Named, parts: readonly string[], words?: Words): number[] {
  return parts.map((part) => {
    // A figure's page is named like the figure in its chapter, which says more.
    if (isIn(part, page.title)) return page.kind === 'figure' ? weights.heading : weights.title
    if (page.sections.some(({ title }) => isIn(part, title))) return weights.heading
    if (words?.indicators.some((text) => isIn(part, text))) return weights.indicator
    if (words?.terms.some((text) => isIn(part, text))) return weights.term
    return 0
  })
}

const mean = (numbers: readonly number[]) =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length

/** How well a page is named by the parts; 0 where some part is in none of its names. */
export function nameScore(page: Named, parts: readonly string[], words?: Words): number {
  const named = nameWeights(page, parts, words)
  return named.includes(0) ? 0 : mean(named)
}

/** How well the text of a page that contains every folded part answers it: by nearness and count. */
export function textScore(text: string, parts: readonly string[]): number {
  const folded = fold(text)
  const length = parts.join('').length
  const counts = parts.map((part) => Math.log2(1 + occurrences(folded, part).length))
  const shortest = Math.min(...spans(folded, parts).map(({ start, end }) => end - start))
  return Math.min(mean(counts), 6) + 3 * (length / shortest)
}

/** Pages that contain every part, best first: those named by all of it in the site's order, then by the text. */
export function rankPages<Page extends SearchPage>(
  pages: readonly Page[],
  parts: readonly string[],
  wordsOf: (page: Page) => Words | undefined,
): Page[] {
  return pages
    .map((page) => ({
      page,
      name: nameScore(page, parts, wordsOf(page)),
      // The rows of a data page repeat what other pages tell.
      text:
        mean(nameWeights(page, parts, wordsOf(page))) +
        (page.kind === 'data' ? 0.5 : 1) * textScore(page.text, parts),
    }))
    .sort(
      (a, b) =>
        b.name - a.name || (a.name > 0 ? 0 : b.text - a.text) || a.page.order - b.page.order,
    )
    .map(({ page }) => page)
}
