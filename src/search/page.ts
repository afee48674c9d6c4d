import { tokenize, untokenize } from './token.ts'

export const kinds = ['edition', 'chapter', 'figure', 'figures', 'map', 'data', 'page'] as const
export type Kind = (typeof kinds)[number]

/** A page as search knows it; `url` starts with a slash and, at build, carries no base path. */
export interface SearchPage {
  url: string
  title: string
  kind: Kind
  /** Pages of one group stand together in the results; it is the slug of the page that leads it. */
  group: string
  groupTitle: string
  /** Settles the order of groups that match equally well. */
  order: number
  headings: string[]
  /** Phrases on this page that an excerpt must not cut. */
  wholePhrases: string[]
  /** The searchable text, as written. */
  text: string
}

/** What Pagefind stores of a page: its text as tokens (nothing else of it is read for phrases) and the rest as meta. */
export interface StoredPage {
  url: string
  content: string
  meta: Record<string, string>
}

const separator = '\n'
const list = (value: string | undefined) => (value ? value.split(separator) : [])

/** A page in the form Pagefind stores. */
export function storePage(page: SearchPage): StoredPage {
  return {
    url: page.url,
    content: tokenize(page.text),
    meta: {
      title: page.title,
      kind: page.kind,
      group: page.group,
      groupTitle: page.groupTitle,
      order: String(page.order),
      headings: page.headings.join(separator),
      wholePhrases: page.wholePhrases.join(separator),
    },
  }
}

/** The page that was stored. */
export function restorePage({ url, content, meta }: StoredPage): SearchPage {
  return {
    url,
    title: meta.title ?? '',
    kind: kinds.find((kind) => kind === meta.kind) ?? 'page',
    group: meta.group ?? '',
    groupTitle: meta.groupTitle ?? '',
    order: Number(meta.order),
    headings: list(meta.headings),
    wholePhrases: list(meta.wholePhrases),
    text: untokenize(content),
  }
}
