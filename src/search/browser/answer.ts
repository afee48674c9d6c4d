import { fold } from '../../reading/fold.ts'
import { findPinyin } from '../../reading/matchPinyin.ts'
import type { AnswerFigure, AnswerTerm } from '../editionText.ts'
import type { SearchPage } from '../page.ts'
import { nearest } from './nearest.ts'
import type { Entry, OpenEdition } from './openText.ts'
import { parseQuery } from './query.ts'
import { rankPages } from './rank.ts'
import { splits } from './splits.ts'

/** An entry with the part of its name that was asked for. */
export interface EntryMatch {
  entry: Entry
  start: number
  end: number
}

/** What an edition answers to a query. */
export interface Answer {
  /** By the very words, by sound, by the site's word for an everyday one, by the query cut in parts, nearly, or not. */
  kind: 'exact' | 'sound' | 'everyday' | 'split' | 'near' | 'none'
  /** What was asked, folded. */
  asked: string[]
  /** What was looked for, folded: what to mark in the results. */
  parts: string[]
  pages: SearchPage[]
  /** Results by sound, or, where there are exact ones, what else sounds like the query. */
  entries: EntryMatch[]
  figures: AnswerFigure[]
  term?: AnswerTerm | undefined
}

/** Exactly the pages that contain every folded part, best first. */
function pagesWith({ pages, words }: OpenEdition, parts: readonly string[]): SearchPage[] {
  const found = pages.filter(({ text }) => parts.every((part) => fold(text).includes(part)))
  return rankPages(found, parts, words)
}

const typed = /^[\p{L}\p{N}'’\s]*[a-z][\p{L}\p{N}'’\s]*$/u

/** Entries that sound like the query, typed in letters at least in part; whole syllables first. */
function soundingEntries({ entries, table }: OpenEdition, query: string): EntryMatch[] {
  const asked = fold(query).trim()
  if (!typed.test(asked)) return []
  return entries
    .flatMap((entry) => {
      const match = findPinyin(asked, entry.name, table)
      return match ? [{ entry, ...match }] : []
    })
    .sort((a, b) => Number(b.whole) - Number(a.whole))
}

/** Whether a text has a part that is not a piece of a longer number: 5.8% is no part of 55.8%. */
function standsAlone(text: string, part: string): boolean {
  const at = text.indexOf(part)
  const isDigit = (character: string | undefined) => /[\d.]/.test(character ?? '')
  const isTorn =
    (isDigit(part[0]) && isDigit(text[at - 1])) ||
    (isDigit(part.at(-1)) && isDigit(text[at + part.length]))
  return at !== -1 && !isTorn
}

const mostCards = 2

/** The figures that a query asks for by their words or label, and the term that it names. */
function cards(
  { figures, terms }: OpenEdition,
  parts: readonly string[],
): Pick<Answer, 'figures' | 'term'> {
  const all = parts.join('')
  // Only what is named by most of its words or label: a card stands before the results.
  const names = (name: string) =>
    parts.every((part) => standsAlone(fold(name), part)) && 2 * all.length >= name.length
  const asked = figures
    .filter(({ label, wording }) => all.length > 1 && (names(label) || names(wording)))
    .sort((a, b) => Number(fold(b.wording) === all) - Number(fold(a.wording) === all))
  return { figures: asked.slice(0, mostCards), term: terms.find(({ term }) => fold(term) === all) }
}

const shortName = 3

/** A short name of a place or term that differs from the query in one character. */
const nearName = ({ entries }: OpenEdition, query: string): string | undefined =>
  entries.find(
    ({ name, role }) =>
      (role === 'place' || role === 'term') &&
      name.length === shortName &&
      query.length === shortName &&
      [...name].filter((letter, at) => letter !== query[at]).length === 1,
  )?.name

/** What comes nearest to a query that no page answers; where pages differ in it, what most of them have was meant. */
function nearestParts(edition: OpenEdition, parts: readonly string[]): string[] {
  const { pages, table, guarded } = edition
  const query = parts.join('')
  const name = nearName(edition, query)
  const runs = name
    ? [name]
    : pages.flatMap(({ text }) => nearest(text, query, table, guarded) ?? [])
  const count = (run: string) => runs.filter((other) => other === run).length
  return runs
    .sort((a, b) => count(b) - count(a))
    .slice(0, 1)
    .map(fold)
}

/** Answers a query: exactly if any page does, else in the nearest way there is, which the kind tells. */
export function answerQuery(edition: OpenEdition, query: string): Answer {
  const { alternatives, isQuoted } = parseQuery(query, edition.simplify)
  const [parts = []] = alternatives
  const entries = isQuoted ? [] : soundingEntries(edition, query)
  const none: Answer = {
    kind: 'none',
    asked: parts,
    parts,
    pages: [],
    entries,
    ...cards(edition, alternatives.at(-1) ?? []),
  }
  const within = (kind: Answer['kind'], ways: readonly string[][]): Answer | undefined => {
    for (const way of ways) {
      const pages = way.length > 0 ? pagesWith(edition, way) : []
      if (pages.length > 0)
        return { ...none, kind, asked: kind === 'exact' ? way : parts, parts: way, pages }
    }
    return undefined
  }
  const everyday = edition.everyday.find(({ asked }) =>
    asked.some((word) => parts.join('').includes(fold(word))),
  )
  const exact = within('exact', alternatives)
  if (isQuoted) return exact ?? none
  if (exact) {
    const entry = edition.entries.find(({ name }) => name === everyday?.means)
    return entry ? { ...exact, entries: [{ entry, start: 0, end: 0 }, ...entries] } : exact
  }
  if (entries.length > 0) return { ...none, kind: 'sound' }
  return (
    within('everyday', everyday ? [[fold(everyday.means)]] : []) ??
    within('split', splits(parts, edition.pages)) ??
    within('near', [nearestParts(edition, parts)]) ??
    none
  )
}
