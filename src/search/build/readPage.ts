import type { BuiltPage } from '../../builtPage.ts'
import { pageKinds } from '../../sitePages.ts'
import type { SearchPage } from '../page.ts'
import { searchableContent, takeSections, textOf } from './searchableText.ts'

/** A page and what only the build needs to know of it. */
export interface ReadPage {
  page: SearchPage
  /** Pages of one group belong to one chapter; it is the slug of the page that leads it. */
  group: string
  /** Ids of the indicators it shows. */
  indicators: string[]
  /** Ids of the terms it explains. */
  terms: string[]
}

/** The address of a built HTML file, from its path inside dist: about/index.html → /about/. */
const address = (file: string) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`

// The edition's page sums up its chapters and stands after them.
const editionOrder = 19

// The home page repeats the newest edition's page, and a bare figure repeats its figure page.
const repeats = /^(index|404)\.html$|\/embed\/index\.html$/

/** What search knows of one built page, or undefined where it is not to be found (noindex, repeated, or no <main>). */
export function readPage({ file, document }: BuiltPage): ReadPage | undefined {
  if (repeats.test(file)) return undefined
  const robots = document.querySelector('meta[name="robots"]')?.getAttribute('content') ?? ''
  const main = document.querySelector('main')
  if (!main || robots.includes('noindex')) return undefined
  const url = address(file)
  const content = searchableContent(main)
  const title = content.querySelector('h1')
  const kind = pageKinds.find((one) => one === main.getAttribute('data-search-kind')) ?? 'page'
  const values = (selector: string, attribute: string) => [
    ...new Set(
      [...main.querySelectorAll(selector)].map((element) => element.getAttribute(attribute) ?? ''),
    ),
  ]
  return {
    page: {
      url,
      title: title ? textOf(title) : url,
      kind,
      groupTitle: '',
      order:
        kind === 'edition' ? editionOrder : Number(main.getAttribute('data-search-order') ?? 0),
      text: textOf(content),
      sections: takeSections(content),
    },
    group: main.getAttribute('data-search-group') ?? url,
    indicators: values('data[data-indicator]', 'data-indicator'),
    terms: values('[id^="def-term-"]', 'id').map((id) => id.replace('def-term-', '')),
  }
}
