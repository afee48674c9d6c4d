import { fold } from '../reading/fold.ts'
import { type Candidate, type Find, findAll } from './engine.ts'
import { answers, type EntryMatch, type Instant, namedPages, soundingEntries } from './instant.ts'
import type { InstantFigure, InstantPage, InstantTerm } from './instantIndex.ts'
import { halves, nearest } from './nearest.ts'
import type { SearchPage } from './page.ts'
import { parseQuery, type Query } from './query.ts'
import { rankPages } from './rank.ts'

/** A page among the results; its text is absent until it is loaded. */
export type FoundPage = (SearchPage | InstantPage) & { text?: string }

/** An answer as far as it is known. */
export interface Answer {
  state: 'loading' | 'done' | 'error'
  /** How the results answer: by the very words, by sound, or nearly. */
  kind: 'exact' | 'sound' | 'near'
  /** What to mark in them. */
  parts: string[]
  pages: FoundPage[]
  /** How many pages answer, those not loaded yet included. */
  total: number
  /** Results by sound, or, where there are exact ones, what else sounds like the query. */
  entries: EntryMatch[]
  figures: InstantFigure[]
  term: InstantTerm | undefined
  /** What could not be loaded. */
  missing?: 'names' | 'text' | 'archive'
}

/** Where answers come from; each is loaded when first asked for. */
export interface Sources {
  instant(): Promise<Instant>
  fullText(): { current: Find; archive: Find }
}

// Up to so many pages in an edition every text of interest is read before ranking; beyond, the index ranks.
const smallEdition = 40
const firstBatch = 1
const batch = 20
const nearestPages = 20
const shortName = 3

const read = (candidates: readonly Candidate[]) =>
  Promise.all(candidates.map((candidate) => candidate.read()))

/** Answers a query step by step: names at once, then the full text; `limit` is how many pages to load at most. */
export async function* ask(text: string, sources: Sources, limit = batch): AsyncGenerator<Answer> {
  const instant = await sources.instant().catch(() => undefined)
  const simplify = instant?.simplify ?? ((same: string) => same)
  const query = parseQuery(text, simplify)
  const { alternatives } = query
  const [parts = []] = alternatives
  const entries = instant && !query.isQuoted ? soundingEntries(instant, text) : []
  const answer: Answer = {
    state: 'loading',
    kind: 'exact',
    parts,
    pages: [],
    total: 0,
    entries,
    ...(instant
      ? answers(instant, alternatives.at(-1) ?? [])
      : { figures: [], term: undefined, missing: 'names' as const }),
  }
  const named = (instant && alternatives.map((one) => namedPages(instant, one))) ?? []
  const known = named.findIndex((pages) => pages.length > 0)
  const early: Answer = { ...answer }
  if (known !== -1) {
    early.pages = named[known] ?? []
    early.total = early.pages.length
    early.parts = alternatives[known] ?? parts
  } else if (entries.length > 0) early.kind = 'sound'
  yield early

  try {
    const { current, archive } = sources.fullText()
    for (const alternative of alternatives) {
      let any = false
      for await (const pages of exactPages(alternative, current, archive, instant, limit)) {
        any = any || pages.total > 0
        if (any) yield { ...answer, ...pages, parts: alternative }
      }
      if (any) return
    }
    if (entries.length > 0) return yield { ...answer, kind: 'sound', state: 'done' }
    const near = instant && !query.isQuoted ? await nearPages(query, current, instant) : undefined
    yield { ...answer, kind: 'near', state: 'done', pages: [], parts: [], ...near }
  } catch {
    yield { ...early, state: 'error', missing: instant ? 'text' : 'names' }
  }
}

type Pages = Pick<Answer, 'state' | 'pages' | 'total' | 'missing'>

async function* exactPages(
  parts: string[],
  current: Find,
  archive: Find,
  instant: Instant | undefined,
  limit: number,
): AsyncGenerator<Pages> {
  const candidates = await findAll(current, parts)
  const isSmall = (instant?.index.pages.length ?? 0) <= smallEdition
  const hasArchive = instant?.index.archive ?? false
  let pages: SearchPage[] = []
  if (isSmall) {
    const ids = new Map<SearchPage, string>()
    const texts = await read(candidates)
    texts.forEach((page, index) => void ids.set(page, candidates[index]?.id ?? ''))
    pages = rankPages(texts, parts, (page) => instant?.wordsOf(ids.get(page) ?? ''))
  } else {
    const named = instant ? namedPages(instant, parts).map((page) => page.record) : []
    const place = (id: string) => (named.includes(id) ? named.indexOf(id) : named.length)
    const ranked = [...candidates].sort((a, b) => place(a.id) - place(b.id) || b.score - a.score)
    for (const many of [Math.min(firstBatch, limit), limit]) {
      pages.push(...(await read(ranked.slice(pages.length, many))))
      yield { state: 'loading', pages, total: candidates.length }
    }
  }
  if (!hasArchive) return yield { state: 'done', pages, total: candidates.length }
  yield { state: 'loading', pages, total: candidates.length }
  try {
    const older = (await findAll(archive, parts)).sort((a, b) => b.score - a.score)
    const room = Math.max(0, limit - pages.length)
    const olderPages = await read(older.slice(0, room))
    yield {
      state: 'done',
      pages: [...pages, ...olderPages],
      total: candidates.length + older.length,
    }
  } catch {
    yield { state: 'error', pages, total: candidates.length, missing: 'archive' }
  }
}

/** A short name that differs from the query in one character. */
const nearName = ({ entries }: Instant, query: string): string | undefined =>
  entries.find(
    ({ name, role }) =>
      (role === 'place' || role === 'term') &&
      name.length === query.length &&
      query.length === shortName &&
      [...name].filter((letter, at) => letter !== query[at]).length === 1,
  )?.name

/** Pages of the current edition with what comes nearest to a query that no page answers. */
async function nearPages(
  { alternatives }: Query,
  current: Find,
  instant: Instant,
): Promise<Pick<Answer, 'pages' | 'total' | 'parts'>> {
  const query = (alternatives[0] ?? []).join('')
  const isSmall = instant.index.pages.length <= smallEdition
  const name = nearName(instant, query)
  const found = name
    ? await current(name)
    : isSmall
      ? await current('')
      : (await Promise.all(halves(query).filter(Boolean).map(current))).flat()
  const candidates = [...new Map(found.map((candidate) => [candidate.id, candidate])).values()]
    .sort((a, b) => b.score - a.score)
    .slice(0, isSmall ? undefined : nearestPages)
  const pages = await read(candidates)
  const runs = pages.map(
    (page) => name ?? nearest(page.text, query, instant.table, page.guarded) ?? '',
  )
  // Where the pages differ in what is nearest, what most of them have is what was meant.
  const count = (run: string) => runs.filter((other) => other === run).length
  const [meant] = runs.filter(Boolean).sort((a, b) => count(b) - count(a))
  if (!meant) return { pages: [], total: 0, parts: [] }
  const words = new Map(pages.map((page, at) => [page, instant.wordsOf(candidates[at]?.id ?? '')]))
  const near = rankPages(
    pages.filter((_, at) => runs[at] === meant),
    [fold(meant)],
    (page) => words.get(page),
  )
  return { pages: near, total: near.length, parts: [fold(meant)] }
}
