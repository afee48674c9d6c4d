import type { Candidate, Find } from './engine.ts'
import { fold } from './fold.ts'
import { type Group, groupHits, score } from './rank.ts'

/** The parts of a query, folded, none twice; a page answers it if its searchable text contains every one. */
export function queryParts(query: string): string[] {
  return [...new Set(fold(query).split(/\s+/).filter(Boolean))]
}

const inAll = (lists: Candidate[][]) => {
  const [first = [], ...others] = lists
  const ids = others.map((list) => new Set(list.map((candidate) => candidate.id)))
  return first.filter((candidate) => ids.every((set) => set.has(candidate.id)))
}

/** Exactly the pages that contain every part, grouped and ranked; none where there are no parts. */
export async function search(find: Find, parts: readonly string[]): Promise<Group[]> {
  const candidates = inAll(await Promise.all(parts.map(find)))
  const pages = await Promise.all(candidates.map((candidate) => candidate.read()))
  const hits = pages
    .filter((page) => {
      const text = fold(page.text)
      return parts.every((part) => text.includes(part))
    })
    .map((page) => ({ page, score: score(page, parts) }))
  return groupHits(hits)
}
