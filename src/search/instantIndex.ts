import type { PageKind } from '../sitePages.ts'
import type { Section } from './page.ts'

/** A page of the current edition, as known before its text is loaded. */
export interface InstantPage {
  url: string
  title: string
  kind: PageKind
  groupTitle: string
  order: number
  /** Its id in the full-text index. */
  record: string
  sections: Pick<Section, 'id' | 'title' | 'role'>[]
}

/** A figure with all that must travel with it; `page` and `dataPage` are places in the list of pages. */
export interface InstantFigure {
  id: string
  label: string
  wording: string
  definition: string
  period: string
  status: string
  source: string
  /** The page that says it and the section there, absent where only the data page has it. */
  page?: number
  section?: string
  dataPage?: number
}

export interface InstantTerm {
  term: string
  definition: string
  page: number
}

/** All that is answered from before the full text: small, fetched whole on first use. */
export interface InstantIndex {
  /** Whether there is a full-text index of earlier editions beside that of the current one. */
  archive: boolean
  pages: InstantPage[]
  figures: InstantFigure[]
  terms: InstantTerm[]
  /** Names, offices and set phrases, never offered as a guess. */
  guarded: string[]
  /** Characters by reading. */
  readings: Record<string, string>
  /** Pairs of a traditional form and the form used here. */
  traditional: string
}
