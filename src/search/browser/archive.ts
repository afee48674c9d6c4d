import { fold } from '../../reading/fold.ts'
import { rejoin, separate } from '../separated.ts'

/** A section of an earlier edition that contains what was asked for. */
export interface ArchivePassage {
  url: string
  title: string
  section: string
  year: string
  text: string
}

/** What is used of Pagefind's own program (pagefind.app, “Using the search API”). */
interface Pagefind {
  options(options: { baseUrl: string; noWorker: boolean }): Promise<void>
  search(query: string): Promise<{ results: Result[] }>
}
interface Result {
  id: string
  data(): Promise<{ url: string; content: string; meta: Record<string, string> }>
}

const opened = new Map<string, Promise<Pagefind>>()

function openPagefind(root: string): Promise<Pagefind> {
  const load = async () => {
    const program: Pagefind = await import(/* @vite-ignore */ `${root}pagefind/pagefind.js`)
    // A worker would be another program to fetch, and the pages it looks through are few.
    await program.options({ baseUrl: root, noWorker: true })
    return program
  }
  const program = opened.get(root) ?? load()
  opened.set(root, program)
  program.catch(() => opened.delete(root))
  return program
}

/** A batch of passages costs less than another piece of the index, until most of it is in vain. */
const batch = 8
/** So many passages are read for each that is wanted, before the reader is asked. */
const maxReadPerWanted = 5

/**
 * What narrows a query down: its rarest letter or digit, then pairs of neighbours, rarest first, for Pagefind drops all
 * other characters. The first pair has the letter in it, so that it takes one piece of the index more, not two.
 */
function runsOf(parts: readonly string[], known: string): string[] {
  const runs = parts.flatMap((part) => part.match(/[\p{L}\p{N}]+/gu) ?? []).map((run) => [...run])
  const count = (letter: string) => known.split(letter).length
  const rarity = (run: string) => Math.min(...Array.from(run, count))
  const byRarity = (a: string, b: string) => rarity(a) - rarity(b)
  const pairs = runs.flatMap((run) => run.slice(1).map((letter, at) => `${run[at]}${letter}`))
  return [...runs.flat().sort(byRarity).slice(0, 1), ...new Set(pairs.sort(byRarity))]
}

/**
 * Exactly the sections of editions before `newest` that contain every folded part, `limit` at most, in Pagefind's
 * order; `hasMore` where there may be others. `known` is text that tells rare characters from common ones. Throws when
 * the index cannot be had.
 */
export async function searchArchive(
  root: string,
  parts: readonly string[],
  { newest, known, limit }: { newest: string; known: string; limit: number },
): Promise<{ passages: ArchivePassage[]; hasMore: boolean }> {
  const pagefind = await openPagefind(root)
  const find = async (run: string) => (await pagefind.search(`"${separate(run)}"`)).results
  const runs = runsOf(parts, known)
  let waiting = await find(runs.shift() ?? '')
  const narrow = async (run: string | undefined) => {
    if (!run || waiting.length <= batch) return
    const ids = new Set((await find(run)).map(({ id }) => id))
    waiting = waiting.filter(({ id }) => ids.has(id))
  }
  await narrow(runs.shift())
  const passages: ArchivePassage[] = []
  for (let read = 0; waiting.length > 0 && passages.length < limit; read += batch) {
    if (read >= maxReadPerWanted * limit) break
    const found = await Promise.all(waiting.splice(0, batch).map((one) => one.data()))
    const right = found.flatMap(({ url, content, meta: { title = '', section = '' } }) => {
      const text = rejoin(content)
      const year = /\/(\d{4})\//.exec(url.slice(root.length - 1))?.[1] ?? newest
      const isThere = year < newest && parts.every((part) => fold(text).includes(part))
      return isThere ? [{ url, year, text, title, section }] : []
    })
    passages.push(...right)
    if (2 * right.length < batch) await narrow(runs.shift())
  }
  return { passages, hasMore: waiting.length > 0 }
}
