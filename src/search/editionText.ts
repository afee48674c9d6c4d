import { fold } from '../reading/fold.ts'
import type { SearchPage } from './page.ts'

/** A figure with all that must travel with it; `page` and `dataPage` are places in the list of pages. */
export interface AnswerFigure {
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

export interface AnswerTerm {
  term: string
  definition: string
  page: number
}

/** Everyday words and the words of the site that answer them. */
export interface EverydayWords {
  asked: string[]
  means: string
}

/** All that is searched of the current edition: one file, `search/text.json`, fetched whole when search is opened. */
export interface EditionText {
  /** The earlier editions, newest first, and how many characters each has; the pages of 2024 are `search/2024.json`. */
  earlier: { year: number; length: number }[]
  pages: SearchPage[]
  figures: AnswerFigure[]
  terms: AnswerTerm[]
  everyday: EverydayWords[]
  /** Phrases that an excerpt must not cut. */
  whole: string[]
  /** Names, offices and set phrases, never offered as a guess. */
  guarded: string[]
  /** Of each Han character of the pages (`hanOf`) its readings and its traditional forms: `chang zhang長`, parted by commas. */
  characters: string
}

/** The Han characters of some pages, each once, in the order of `EditionText.characters`. */
export const hanOf = (pages: readonly Pick<SearchPage, 'text'>[]): string[] =>
  [...new Set(pages.map(({ text }) => fold(text)).join(''))]
    .filter((character) => /\p{Script=Han}/u.test(character))
    .sort()
