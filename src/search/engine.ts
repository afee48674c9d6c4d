import { fold } from './fold.ts'
import { restorePage, type SearchPage, type StoredPage } from './page.ts'
import { phrase } from './token.ts'

/** The part of Pagefind's browser bundle that is used. */
export interface PagefindBundle {
  createInstance(options: { basePath: string; baseUrl?: string; noWorker: boolean }): {
    search(term: string | null): Promise<{ results: PagefindResult[] }>
  }
}

interface PagefindResult {
  id: string
  score: number
  data(): Promise<StoredPage>
}

/** A page that contains what was asked for; its text is loaded only by `read`. */
export interface Candidate {
  id: string
  score: number
  read(): Promise<SearchPage>
}

/** Finds the pages of an index that contain one run of characters, all pages for none; throws when the index cannot be loaded. */
export type Find = (part: string) => Promise<Candidate[]>

const mostRemembered = 30

/** The program that all indexes share, by address. */
const programs = new Map<string, Promise<Response>>()

/** Sends for a program once, whatever the host says of keeping it; one that is refused is not kept. */
async function fetchProgram(address: string, send: typeof fetch): Promise<Response> {
  const sent = programs.get(address) ?? send(address)
  programs.set(address, sent)
  const forget = () => programs.delete(address)
  const response = await sent.catch((error) => {
    forget()
    throw error
  })
  if (!response.ok) forget()
  return response.clone()
}

const failures = new Map<string, number>()
let isCounting = false

/**
 * Pagefind takes a piece of its index that fails to load for an empty one. Counting the failed requests below the
 * folder of each index is what keeps a broken index from being shown as “nothing found”.
 */
function countFailures(folder: string): () => number {
  failures.set(folder, 0)
  if (!isCounting) {
    isCounting = true
    const send = globalThis.fetch
    globalThis.fetch = async (input, init) => {
      const own = [...failures.keys()].filter((one) => String(input).startsWith(one))
      const fail = () => own.forEach((one) => void failures.set(one, (failures.get(one) ?? 0) + 1))
      try {
        const isProgram = own.length > 0 && /\/wasm\./.test(String(input))
        // An archive has no program of its own.
        const response = isProgram
          ? await fetchProgram(String(input).replace('archive/wasm.', 'wasm.'), send)
          : await send(input, init)
        if (!response.ok) fail()
        return response
      } catch (error) {
        fail()
        throw error
      }
    }
  }
  return () => failures.get(folder) ?? 0
}

/** Opens the index in a folder whose address ends with a slash; to try again after a failure, open it again. */
export function openIndex(bundle: PagefindBundle, folder: string, baseUrl?: string): Find {
  const failed = countFailures(folder)
  const pagefind = bundle.createInstance({
    basePath: folder,
    noWorker: true,
    ...(baseUrl !== undefined && { baseUrl }),
  })
  const pages = new Map<string, Promise<SearchPage>>()
  const check = () => {
    if (failed() > 0) throw new Error(`检索索引有 ${failed()} 个文件没有载入`)
  }
  const read = async ({ id, data }: PagefindResult) => {
    const page = pages.get(id) ?? data().then(restorePage)
    pages.set(id, page)
    return page.finally(check)
  }
  const find: Find = async (part) => {
    const { results } = await pagefind.search(part === '' ? null : phrase(part))
    check()
    return results.map((result) => ({
      id: result.id,
      score: result.score,
      read: () => read(result),
    }))
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

let attempts = 0

/** Loads Pagefind's bundle and opens the index beside it, and that of earlier editions; rejects when the bundle cannot be had. */
export async function loadIndex(folder: string): Promise<{ current: Find; archive: Find }> {
  // What is asked for anew may have failed in a way that only its use shows: a body cut short, a page in its place.
  programs.clear()
  // A module that failed to load may be remembered as failed under its address.
  const again = attempts++ === 0 ? '' : `?attempt=${attempts}`
  const bundle: PagefindBundle = await import(/* @vite-ignore */ `${folder}pagefind.js${again}`)
  const baseUrl = folder.replace(/pagefind\/$/, '')
  const current = openIndex(bundle, folder, baseUrl)
  // Two indexes opened at once would each start the program they share, and lose the other's memory; besides, Pagefind
  // fetches an index as soon as it is opened, and not every site has an archive.
  let archive: Find | undefined
  return {
    current,
    archive: async (part) => {
      if (!archive) {
        await current(part)
        archive ??= openIndex(bundle, `${folder}archive/`, baseUrl)
      }
      return archive(part)
    },
  }
}

const inAll = ([first = [], ...others]: readonly Candidate[][]): Candidate[] => {
  const ids = others.map((list) => new Set(list.map((candidate) => candidate.id)))
  return first.filter((candidate) => ids.every((set) => set.has(candidate.id)))
}

async function reallyWith(candidates: readonly Candidate[], part: string): Promise<Candidate[]> {
  const pages = await Promise.all(candidates.map((candidate) => candidate.read()))
  return candidates.filter((_, index) => fold(pages[index]?.text ?? '').includes(part))
}

// A piece of the index weighs as much as a page, and every pair of a run may lie in another piece. So a long run is
// looked for by its beginning: three characters that make one run are on few pages, four mostly on that one page.
const beginnings = [3, 4]

async function containing(find: Find, part: string): Promise<Candidate[]> {
  const letters = [...part]
  for (const length of beginnings.filter((one) => one < letters.length)) {
    const begun = await find(letters.slice(0, length).join(''))
    if (begun.length <= 1) return reallyWith(begun, part)
  }
  return find(part)
}

/** Exactly the pages that contain every folded part; none where there are no parts. */
export async function findAll(find: Find, parts: readonly string[]): Promise<Candidate[]> {
  return inAll(await Promise.all(parts.map((part) => containing(find, part))))
}
