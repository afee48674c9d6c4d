import { fold } from '../../reading/fold.ts'
import type { SearchPage } from '../page.ts'
import { sectionAt, sectionsWith } from '../sections.ts'
import type { EntryMatch } from './answer.ts'
import { createElement } from './createElement.ts'
import { deepLink } from './deepLink.ts'
import { bestStretch, excerpt, highlight, type Run } from './excerpt.ts'
import type { Entry } from './openText.ts'

const mostSections = 3

const written = (runs: readonly Run[]) =>
  runs.map((run) => (run.mark ? createElement('mark', {}, run.text) : run.text))

const line = (name: string, ...content: (Node | string)[]) =>
  createElement('span', { class: name }, ...content)

/** One choice of the list, the whole of it the link: what it is, where it stands, what it says; `passage` is marked there. */
function choice(
  attributes: Record<string, string>,
  href: string,
  passage: string,
  ...lines: HTMLElement[]
) {
  const option = { href, role: 'option', 'aria-selected': 'false', 'data-passage': passage }
  const shown = lines.filter((one) => one.hasChildNodes())
  return createElement(
    'li',
    { role: 'presentation', ...attributes },
    createElement('a', option, ...shown),
  )
}

/** Where a result stands, none of it repeating its title or what stands before. */
const place = (title: string, ...names: (string | undefined)[]) =>
  line('place', [...new Set(names)].filter((name) => name && !title.includes(name)).join(' › '))

/** The choices for a page that contains what was asked: itself, then further sections of it. */
export function pageItems(
  page: SearchPage,
  asked: readonly string[],
  whole: readonly string[],
): HTMLElement[] {
  // A space inside a word that the page has is not meant: 三 张清单.
  const joined = asked.join('')
  const parts = fold(page.text).includes(joined) ? [joined] : asked
  const stretch = bestStretch(page, parts) ?? { start: 0, end: 0 }
  const section = sectionAt(page, stretch.start)
  // The stretch that holds all parts may run through half the page; what is marked is close together.
  const isClose = stretch.end - stretch.start <= 2 * joined.length
  const close = isClose
    ? stretch
    : { start: stretch.start, end: stretch.start + (parts[0]?.length ?? 0) }
  const passage = page.text.slice(close.start, close.end)
  const says = excerpt(page, parts, whole)
  const isTitle = page.kind === 'figure' && highlight(page.title, parts).some(({ mark }) => mark)
  return [
    choice(
      { 'data-result': '', 'data-kind': page.kind },
      deepLink(page.url, section?.id ?? '', page.text, close),
      passage,
      line('title', ...written(highlight(page.title, parts))),
      place(page.title + says.map(({ text }) => text).join(''), page.groupTitle, section?.title),
      // Its name is the figure's finding: no more is needed to know it by.
      line('excerpt', ...(isTitle ? [] : written(says))),
    ),
    ...sectionsWith(page, parts)
      .filter(({ id }) => id !== section?.id)
      .slice(0, mostSections)
      .map(({ id, title, at }) => {
        const first = { start: at, end: at + (parts[0]?.length ?? 0) }
        return choice(
          { class: 'section' },
          deepLink(page.url, id, page.text, first),
          page.text.slice(first.start, first.end),
          line('title', ...written(highlight(title, parts))),
        )
      }),
  ]
}

/** Where an entry is found: its own address, with its name marked there. */
const entryLink = ({ page, section, role }: Entry) =>
  role === 'title' ? page.url : deepLink(page.url, section)

/** The choice for something found by its sound; `data-result` only where such choices are the answer. */
export function entryItem({ entry, start, end }: EntryMatch, isResult: boolean): HTMLElement {
  const { name, page, role, passage = name } = entry
  const runs = [
    { text: name.slice(0, start), mark: false },
    { text: name.slice(start, end), mark: true },
    { text: name.slice(end), mark: false },
  ]
  return choice(
    isResult ? { 'data-result': '', 'data-kind': role } : { class: 'section' },
    entryLink(entry),
    role === 'title' ? '' : passage,
    line('title', ...written(runs.filter(({ text }) => text !== ''))),
    place(name, page.groupTitle, page.title),
  )
}
