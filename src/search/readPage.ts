import { parseHTML } from 'linkedom'
import { kinds, type SearchPage } from './page.ts'
import { searchableText, searchableTexts } from './searchableText.ts'

/** The address of a built HTML file, from its path inside dist: about/index.html → /about/. */
const address = (file: string) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`

// The home page repeats the newest edition's page, and a bare figure repeats its figure page.
const repeats = /^(index|404)\.html$|\/embed\/index\.html$/

/** What search knows of one built page, or undefined where it is not to be found (noindex, repeated, or no <main>). */
export function readPage(file: string, html: string): SearchPage | undefined {
  if (repeats.test(file)) return undefined
  const { document } = parseHTML(html)
  const robots = document.querySelector('meta[name="robots"]')?.getAttribute('content') ?? ''
  const main = document.querySelector('main')
  if (!main || robots.includes('noindex')) return undefined
  const url = address(file)
  return {
    url,
    title: searchableTexts(main, 'h1')[0] ?? url,
    kind: kinds.find((kind) => kind === main.getAttribute('data-search-kind')) ?? 'page',
    group: main.getAttribute('data-search-group') ?? url,
    groupTitle: '',
    order: Number(main.getAttribute('data-search-order') ?? 0),
    headings: searchableTexts(main, 'h2, h3'),
    wholePhrases: [],
    text: searchableText(main),
  }
}
