import type { PageKind } from '../sitePages.ts'

/** A place inside a page that a link can lead to; `at` is where it begins in the page's text. */
export interface Section {
  /** Empty where the page has no address for it. */
  id: string
  title: string
  at: number
  role: 'heading' | 'figure' | 'place'
}

/** A page as search knows it; `url` starts with a slash and, in the index, carries no base path. */
export interface SearchPage {
  url: string
  title: string
  kind: PageKind
  /** The title of the page that leads the chapter it belongs to. */
  groupTitle: string
  /** Place among the pages that answer equally well. */
  order: number
  /** Where its parts begin, in order. */
  sections: Section[]
  /** The searchable text, as written. */
  text: string
}
