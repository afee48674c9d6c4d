import { fold } from '../../reading/fold.ts'
import type { PinyinTable } from '../../reading/pinyinTable.ts'
import { type EditionText, hanOf } from '../editionText.ts'
import type { SearchPage } from '../page.ts'

/** Something that has a name and a place. */
export interface Entry {
  page: SearchPage
  /** Id of the section it stands in, empty for the page itself. */
  section: string
  name: string
  /** What to mark there, if not the whole name. */
  passage?: string
  role: 'title' | 'heading' | 'figure' | 'place' | 'indicator' | 'term'
}

/** The text of an edition, opened for questions. */
export interface OpenEdition extends Omit<EditionText, 'characters'> {
  table: PinyinTable
  /** Text in the forms of characters that the site uses. */
  simplify(text: string): string
  entries: Entry[]
  /** The labels and words of the figures, and the terms, of each page. */
  words: ReadonlyMap<SearchPage, readonly string[]>
}

const roles = ['title', 'heading', 'figure', 'place', 'indicator', 'term'] as const

function entriesOf({ pages, figures, terms }: EditionText): Entry[] {
  const found: Entry[] = pages.flatMap((page): Entry[] => [
    { page, section: '', name: page.title, role: 'title' },
    ...page.sections.map(
      ({ id, title, role }): Entry => ({ page, section: id, name: title, role }),
    ),
  ])
  for (const { label, wording, page, dataPage, section = 'indicators' } of figures) {
    const place = pages[page ?? dataPage ?? -1]
    const named = { name: `${label}：${wording}`, passage: wording, role: 'indicator' } as const
    if (place) found.push({ page: place, section, ...named })
  }
  for (const { term, page } of terms) {
    found.push({ page: pages[page] as SearchPage, section: '', name: term, role: 'term' })
  }
  // A figure's headline stands on its chapter, among all figures and alone; its chapter is enough.
  const seen = new Set<string>()
  return found
    .sort((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role) || a.page.order - b.page.order)
    .filter(({ name, role }) => {
      const key = role === 'title' ? `${role} ${name}` : name
      return seen.has(key) ? false : seen.add(key)
    })
}

/** Opens the text of an edition for a site whose root address ends with a slash. */
export function openText(text: EditionText, root: string): OpenEdition {
  const pages = text.pages.map((page) => ({ ...page, url: root + page.url.slice(1) }))
  const table: Record<string, string[]> = {}
  const simple = new Map<string, string>()
  const packed = text.characters.split(',')
  for (const [at, character] of hanOf(pages).entries()) {
    const [readings = '', forms = ''] = /^([a-z ]*)(.*)$/u.exec(packed[at] ?? '')?.slice(1) ?? []
    table[character] = readings.split(' ').filter(Boolean)
    for (const form of forms) simple.set(form, character)
  }
  const words = pages.map((_, at) => [
    ...text.figures.filter(({ page }) => page === at).map(({ wording }) => wording),
    ...text.figures
      .filter((one) => one.page === at || one.dataPage === at)
      .map(({ label }) => label),
    ...text.terms.filter(({ page }) => page === at).map(({ term }) => term),
  ])
  return {
    ...text,
    pages,
    table,
    simplify: (written) => Array.from(written, (letter) => simple.get(letter) ?? letter).join(''),
    entries: entriesOf({ ...text, pages }),
    words: new Map(pages.map((page, at) => [page, (words[at] as string[]).map(fold)])),
  }
}

/** Fetches and opens what is searched of the current edition; throws when it cannot be had. */
export async function fetchText(root: string): Promise<OpenEdition> {
  const response = await fetch(`${root}search/text.json`, { cache: 'no-cache' })
  if (!response.ok) throw new Error(`检索的正文没有载入：${response.status}`)
  return openText(await response.json(), root)
}
