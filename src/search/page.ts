import type { PageKind } from '../sitePages.ts'

/** A place inside a page that a link can lead to; `at` is where it begins in the page's text. */
export interface Section {
  /** Empty where the page has no address for it. */
  id: string
  title: string
  at: number
  role: 'heading' | 'figure' | 'place'
}

/** A page as search knows it; `url` starts with a slash and, at build, carries no base path. */
export interface SearchPage {
  url: string
  title: string
  kind: PageKind
  /** Pages of one group belong to one chapter; it is the slug of the page that leads it. */
  group: string
  groupTitle: string
  /** Place among the pages that answer equally well. */
  order: number
  /** Where its parts begin, in order. */
  sections: Section[]
  /** Phrases on this page that an excerpt must not cut. */
  wholePhrases: string[]
  /** Names, offices and set phrases on this page, which are never offered as a guess. */
  guarded: string[]
  /** The searchable text, as written. */
  text: string
}

/** What Pagefind's browser bundle hands back for a page. */
export interface StoredPage {
  url: string
  content: string
  meta: { page?: string }
}

/** The part of a page that Pagefind keeps beside its text. */
export const storeMeta = ({ text: _, url: __, ...page }: SearchPage) => ({
  page: JSON.stringify(page),
})

/** The page that was stored. */
export function restorePage({ url, content, meta }: StoredPage): SearchPage {
  return { ...JSON.parse(meta.page ?? '{}'), url, text: content }
}
