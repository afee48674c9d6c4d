import { fold } from '../reading/fold.ts'
import { type FullText, openFullText, type Places } from './fullText.ts'
import type { SearchPage } from './page.ts'
import { runWords } from './token.ts'

/** A page that contains what was asked for; its text is loaded only by `read`. */
export interface Candidate {
  id: string
  score: number
  read(): Promise<SearchPage>
}

/** Finds the pages of an index that contain one run of characters, all pages for none; throws when the index cannot be loaded. */
export type Find = (part: string) => Promise<Candidate[]>

const mostRemembered = 30

/** Where each page that has both can have a run that begins at the one and the other. */
function bothAt(places: Places, others: Places): Places {
  const both = new Map<number, number[]>()
  for (const [page, starts] of places) {
    const other = new Set(others.get(page))
    const shared = starts.filter((start) => other.has(start))
    if (shared.length > 0) both.set(page, shared)
  }
  return both
}

/** The pages that contain a run, and where in their words it begins. */
async function placesOfRun(index: FullText, run: string): Promise<Places> {
  const words = runWords(run).map((word, at) => ({ word, at }))
  const startsBy = async ({ word, at }: (typeof words)[number]): Promise<Places> => {
    const places = [...(await index.places(word))]
    return new Map(places.map(([page, all]) => [page, all.map((place) => place - at)]))
  }
  // Words overlap, so every other one tells a run. Each may lie in another piece of the index, which weighs as much as
  // a page or two, and mostly one page at most has both ends of a run so far apart: that is sooner read.
  const isEnd = ({ at }: { at: number }) => at === 0 || at === words.length - 1
  const inside = words.filter((one) => one.at % 2 === 0 && !isEnd(one))
  const places = (await Promise.all(words.filter(isEnd).map(startsBy))).reduce(bothAt)
  if (inside.length === 0 || places.size > 1) {
    return (await Promise.all(inside.map(startsBy))).reduce(bothAt, places)
  }
  const [page] = places.keys()
  const isThere = page !== undefined && fold((await index.read(page)).text).includes(fold(run))
  return isThere ? places : new Map()
}

/** Exactly the pages of an index that contain a run of characters, all of them where there is none. */
export async function findIn(index: FullText, run: string): Promise<Candidate[]> {
  const places =
    run === '' ? new Map(index.pages.map((_, page) => [page, []])) : await placesOfRun(index, run)
  const average = index.pages.reduce((sum, { words }) => sum + words, 0) / index.pages.length
  return index.pages.flatMap(({ id, words }, page) => {
    const count = places.get(page)?.length
    if (count === undefined) return []
    // The more often it is said, the less each time adds, and the less the longer the page.
    return { id, score: count / (count + words / average), read: () => index.read(page) }
  })
}

/** Opens an index when it is first searched; to try again after a failure, open it anew. */
export function openIndex(folder: string, root: string): Find {
  let opened: Promise<FullText> | undefined
  const find: Find = async (part) => {
    opened ??= openFullText(folder, root)
    return findIn(await opened, part)
  }
  // A query is typed and taken back letter by letter, so most of it has been asked before.
  const found = new Map<string, Promise<Candidate[]>>()
  return async (part) => {
    const candidates = found.get(part) ?? find(part)
    if (found.size >= mostRemembered) found.clear()
    found.set(part, candidates)
    return [...(await candidates)]
  }
}

/** The index in the folder pagefind/ of a site whose root address ends with a slash, and that of earlier editions. */
export const openIndexes = (root: string): { current: Find; archive: Find } => ({
  current: openIndex(`${root}pagefind/`, root),
  archive: openIndex(`${root}pagefind/archive/`, root),
})

/** Exactly the pages that contain every folded part; none where there are no parts. */
export async function findAll(find: Find, parts: readonly string[]): Promise<Candidate[]> {
  const [first = [], ...others] = await Promise.all(parts.map(find))
  const ids = others.map((list) => new Set(list.map((candidate) => candidate.id)))
  return first.filter((candidate) => ids.every((set) => set.has(candidate.id)))
}
