import { restorePage, type SearchPage, type StoredPage } from './page.ts'
import { phrase } from './token.ts'

/** The part of Pagefind's browser bundle that is used. */
export interface PagefindBundle {
  createInstance(options: { basePath: string; noWorker: boolean }): PagefindInstance
}

interface PagefindInstance {
  search(term: string): Promise<{ results: { id: string; data(): Promise<StoredPage> }[] }>
}

/** A page that may contain what was asked for; its text is loaded only by `read`. */
export interface Candidate {
  id: string
  read(): Promise<SearchPage>
}

/** Finds the pages of the index that may contain one run of characters; throws when the index cannot be loaded. */
export type Find = (part: string) => Promise<Candidate[]>

/**
 * Pagefind takes a piece of its index that fails to load for an empty one; this tells how many requests under
 * a path have failed, so that a broken index is never shown as “nothing found”.
 */
function countFailures(path: string): () => number {
  let failures = 0
  const send = globalThis.fetch
  globalThis.fetch = async (input, init) => {
    const own = String(input).startsWith(path)
    try {
      const response = await send(input, init)
      if (own && !response.ok) failures++
      return response
    } catch (error) {
      if (own) failures++
      throw error
    }
  }
  return () => failures
}

/** Opens the index in a folder whose address ends with a slash; to try again after a failure, open it again. */
export function openIndex(bundle: PagefindBundle, basePath: string): Find {
  const failures = countFailures(basePath)
  const pagefind = bundle.createInstance({ basePath, noWorker: true })
  return async (part) => {
    const { results } = await pagefind.search(phrase(part))
    if (failures() > 0) throw new Error(`检索索引有 ${failures()} 个文件没有载入`)
    return results.map(({ id, data }) => ({ id, read: async () => restorePage(await data()) }))
  }
}

let attempts = 0

/** Loads Pagefind's bundle and opens the index beside it; rejects when either cannot be had. */
export async function loadIndex(basePath: string): Promise<Find> {
  // A module that failed to load may be remembered as failed under its address.
  const again = attempts++ === 0 ? '' : `?attempt=${attempts}`
  return openIndex(await import(/* @vite-ignore */ `${basePath}pagefind.js${again}`), basePath)
}
