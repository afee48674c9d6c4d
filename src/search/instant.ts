import { fold } from '../reading/fold.ts'
import { findPinyin } from '../reading/matchPinyin.ts'
import type { PinyinTable } from '../reading/pinyinTable.ts'
import type { InstantFigure, InstantIndex, InstantPage, InstantTerm } from './instantIndex.ts'
import { nameScore, type Words } from './rank.ts'

/** Something that has a name and a place. */
export interface Entry {
  page: InstantPage
  /** Id of the section it stands in, empty for the page itself. */
  section: string
  name: string
  /** What to mark there, if not the whole name. */
  passage?: string
  role: 'title' | 'heading' | 'figure' | 'place' | 'indicator' | 'term'
}

/** An entry with the part of its name that was asked for. */
export interface EntryMatch {
  entry: Entry
  start: number
  end: number
}

/** The instant index, opened for questions. */
export interface Instant {
  index: InstantIndex
  table: PinyinTable
  entries: Entry[]
  simplify(text: string): string
  /** The indicators and terms of a page of the current edition, by its id in the full text. */
  wordsOf(record: string): Words | undefined
}

const roles = ['title', 'heading', 'figure', 'place', 'indicator', 'term'] as const

function entriesOf({ pages, figures, terms }: InstantIndex): Entry[] {
  const place = (at: number | undefined) => (at === undefined ? undefined : pages[at])
  const found: Entry[] = [
    ...pages.flatMap((page): Entry[] => [
      { page, section: '', name: page.title, role: 'title' },
      ...page.sections.map(
        ({ id, title, role }): Entry => ({ page, section: id, name: title, role }),
      ),
    ]),
    ...figures.flatMap((figure): Entry[] => {
      const page = place(figure.page) ?? place(figure.dataPage)
      if (!page) return []
      const at = { page, section: figure.section ?? 'indicators', role: 'indicator' } as const
      return [{ ...at, name: `${figure.label}：${figure.wording}`, passage: figure.wording }]
    }),
    ...terms.flatMap(({ term, page }): Entry[] => {
      const at = place(page)
      return at ? [{ page: at, section: '', name: term, role: 'term' }] : []
    }),
  ]
  // A figure's headline stands on its chapter, among all figures and alone; its chapter is enough.
  const seen = new Set<string>()
  return found
    .map((entry, index) => ({ entry, index }))
    .sort(
      (a, b) =>
        roles.indexOf(a.entry.role) - roles.indexOf(b.entry.role) ||
        a.entry.page.order - b.entry.page.order ||
        a.index - b.index,
    )
    .map(({ entry }) => entry)
    .filter(({ name, role }) => {
      const key = role === 'title' ? `${role} ${name}` : name
      return seen.has(key) ? false : seen.add(key)
    })
}

function tableOf(readings: Readonly<Record<string, string>>): PinyinTable {
  const table: Record<string, string[]> = {}
  for (const [reading, characters] of Object.entries(readings)) {
    for (const character of characters) {
      table[character] ??= []
      table[character].push(reading)
    }
  }
  return table
}

/** Opens the instant index. */
export function openInstant(index: InstantIndex): Instant {
  const letters = [...index.traditional]
  const simple = new Map(
    letters.flatMap((letter, at) => (at % 2 === 0 ? [[letter, letters[at + 1] ?? letter]] : [])),
  )
  const words = new Map(
    index.pages.map((page, at): [string, Words] => [
      page.record,
      {
        indicators: index.figures
          .filter((figure) => figure.page === at)
          .map((figure) => figure.wording),
        terms: index.terms.filter((term) => term.page === at).map(({ term }) => term),
      },
    ]),
  )
  return {
    index,
    table: tableOf(index.readings),
    entries: entriesOf(index),
    simplify: (text) => Array.from(text, (letter) => simple.get(letter) ?? letter).join(''),
    wordsOf: (record) => words.get(record),
  }
}

/** Pages whose names contain every folded part, best first: what is known of the answer before any text is loaded. */
export function namedPages({ index, wordsOf }: Instant, parts: readonly string[]): InstantPage[] {
  return index.pages
    .map((page) => ({ page, score: nameScore(page, parts, wordsOf(page.record)) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.page.order - b.page.order)
    .map(({ page }) => page)
}

const typed = /^[\p{L}\p{N}'’\s]*[a-z][\p{L}\p{N}'’\s]*$/u

/** Entries that sound like the query, typed in letters at least in part; whole syllables and beginnings first. */
export function soundingEntries({ entries, table }: Instant, query: string): EntryMatch[] {
  const asked = fold(query).trim()
  if (!typed.test(asked)) return []
  return entries
    .flatMap((entry) => {
      const match = findPinyin(asked, entry.name, table)
      return match ? [{ entry, ...match }] : []
    })
    .sort(
      (a, b) =>
        Number(b.whole) - Number(a.whole) ||
        roles.indexOf(a.entry.role) - roles.indexOf(b.entry.role),
    )
}

const standsAlone = (text: string, part: string) => {
  const at = text.indexOf(part)
  if (at === -1) return false
  const isDigit = (character: string | undefined) => /[\d.]/.test(character ?? '')
  // 5.8% is no part of 55.8%.
  return !(
    (isDigit(part[0]) && isDigit(text[at - 1])) ||
    (isDigit(part.at(-1)) && isDigit(text[at + part.length]))
  )
}

const most = 2

/** The figures that a query asks for by their words or label, and the term that it names. */
export function answers(
  { index }: Instant,
  parts: readonly string[],
): { figures: InstantFigure[]; term: InstantTerm | undefined } {
  const all = parts.join('')
  // Only what is named by most of its words or label: a card stands before the results.
  const names = (name: string) =>
    parts.every((part) => standsAlone(fold(name), part)) && 2 * all.length >= name.length
  const figures = index.figures
    .filter(({ label, wording }) => names(label) || names(wording))
    .sort((a, b) => Number(fold(b.wording) === all) - Number(fold(a.wording) === all))
  return {
    figures: all.length < 2 ? [] : figures.slice(0, most),
    term: index.terms.find(({ term }) => fold(term) === all),
  }
}
