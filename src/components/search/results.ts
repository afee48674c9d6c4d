import { fold } from '../../reading/fold.ts'
import type { FoundPage } from '../../search/ask.ts'
import { bestStretch, excerpt, highlight, type Run } from '../../search/excerpt.ts'
import type { EntryMatch } from '../../search/instant.ts'
import type { SearchPage, Section } from '../../search/page.ts'
import { sectionAt, sectionsWith } from '../../search/sectionsOf.ts'
import { createElement } from './createElement.ts'
import { deepLink } from './deepLink.ts'

const mostSections = 3

const written = (runs: readonly Run[]) =>
  runs.map((run) => (run.mark ? createElement('mark', {}, run.text) : run.text))

/** One choice of the list; the whole of it is the link. */
const option = (href: string, ...content: HTMLElement[]) =>
  createElement('a', { href, role: 'option', 'aria-selected': 'false' }, ...content)

const item = (attributes: Record<string, string>, content: HTMLElement) =>
  createElement('li', { role: 'presentation', ...attributes }, content)

const line = (name: string, ...content: (Node | string)[]) =>
  createElement('span', { class: name }, ...content)

/** Where a result stands: edition if it is an earlier one, chapter, section. */
const place = (...names: (string | undefined)[]) => line('place', names.filter(Boolean).join(' › '))

/** The chapter and section of a page's result, neither of them repeating its title. */
const within = (page: FoundPage, section: string | undefined) =>
  [page.groupTitle, section].map((name) => (name === page.title ? undefined : name))

const hasText = (page: FoundPage): page is SearchPage => page.text !== undefined

/** A page known by name only; its excerpt is on the way. */
function namedResult(page: FoundPage, parts: readonly string[]): HTMLElement[] {
  const section = page.sections.find(({ title }) => highlight(title, parts).some((run) => run.mark))
  return [
    item(
      { 'data-result': '', 'data-kind': page.kind },
      option(
        deepLink(page.url, section?.id ?? ''),
        line('title', ...written(highlight(page.title, parts))),
        place(...within(page, section?.title)),
        line('excerpt'),
      ),
    ),
  ]
}

/** The text that an excerpt is taken from: of a list of places only the place itself. */
function excerptText({ text, sections }: SearchPage, section: Section | undefined): string {
  if (section?.role !== 'place') return text
  return text.slice(section.at, sections.find(({ at }) => at > section.at)?.at).trim()
}

function textResult(page: SearchPage, asked: readonly string[], year: string): HTMLElement[] {
  // A space inside a word that the page has is not meant: 三 张清单.
  const joined = asked.join('')
  const parts = fold(page.text).includes(joined) ? [joined] : asked
  const stretch = bestStretch(page.text, parts)
  const section = stretch && sectionAt(page, stretch.start)
  const link = (id: string, at: number, length: number) =>
    deepLink(page.url, id, { text: page.text, stretch: { start: at, end: at + length } })
  const [first = ''] = parts
  const others = sectionsWith(page, parts)
    .filter((other) => other.section.id !== section?.id)
    .slice(0, mostSections)
  // The stretch that holds all parts may run through half the page; the browser marks what is close together.
  const close =
    stretch && stretch.end - stretch.start <= 2 * parts.join('').length
      ? stretch
      : stretch && { start: stretch.start, end: stretch.start + 1 }
  return [
    item(
      { 'data-result': '', 'data-kind': page.kind },
      option(
        close ? link(section?.id ?? '', close.start, close.end - close.start) : page.url,
        line('title', ...written(highlight(page.title, parts))),
        place(year, ...within(page, section?.title)),
        line('excerpt', ...written(excerpt(excerptText(page, section), parts, page.wholePhrases))),
      ),
    ),
    ...others.map(({ section: other, at }) =>
      item(
        { class: 'section' },
        option(
          link(other.id, at, first.length),
          line('title', ...written(highlight(other.title, parts))),
        ),
      ),
    ),
  ]
}

/** The choices for a page: itself, then further sections of it; `newest` is the year that needs no mention. */
export function pageItems(
  page: FoundPage,
  parts: readonly string[],
  newest: string | undefined,
): HTMLElement[] {
  const edition = /\/(\d+)\//.exec(page.url)?.[1]
  const year = edition && edition !== newest ? `${edition}年版` : ''
  return hasText(page) ? textResult(page, parts, year) : namedResult(page, parts)
}

/** The choice for something found by its sound; `data-result` only where such choices are the answer. */
export function entryItem({ entry, start, end }: EntryMatch, isResult: boolean): HTMLElement {
  const { name, page, role, section, passage = name } = entry
  const marked = [
    { text: name.slice(0, start), mark: false },
    { text: name.slice(start, end), mark: true },
    { text: name.slice(end), mark: false },
  ].filter(({ text }) => text !== '')
  return item(
    isResult ? { 'data-result': '', 'data-kind': role } : { class: 'section' },
    option(
      role === 'title'
        ? page.url
        : deepLink(page.url, section, {
            text: passage,
            stretch: { start: 0, end: passage.length },
          }),
      line('title', ...written(marked)),
      place(
        page.groupTitle,
        name === page.title || page.title === page.groupTitle ? '' : page.title,
      ),
    ),
  )
}
