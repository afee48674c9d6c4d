import { fold } from '../search/fold.ts'
import { matchPinyin } from '../search/matchPinyin.ts'
import type { PinyinTable } from '../search/pinyinTable.ts'
import type { ListedPoint } from './listedPoint.ts'
import type { MapState } from './mapState.ts'

/** What answers a filter: points in their order, and the towns that stay in the list. */
export interface Filtered {
  points: ListedPoint[]
  towns: Set<string>
}

/** Tells whether a name answers a query as written, by pinyin, by initials or by a mixture. */
function nameMatcher(query: string, table: PinyinTable): (name: string) => boolean {
  const q = fold(query).trim()
  if (q === '') return () => true
  const spoken = /[a-z]/.test(q)
  return (name) => fold(name).includes(q) || (spoken && matchPinyin(q, name, table))
}

/** The points and towns that a state asks for; a town whose name answers keeps all its points. */
export function filterPoints(
  points: readonly ListedPoint[],
  townNames: ReadonlyMap<string, string>,
  state: MapState,
  table: PinyinTable = {},
): Filtered {
  const { town, kind, status } = state
  const q = fold(state.q).trim()
  const answers = nameMatcher(state.q, table)
  const inTown = (adcode: string) => town === '' || town === adcode
  const named = new Set([...townNames].flatMap(([code, name]) => (answers(name) ? [code] : [])))
  const found = points.filter(
    (point) =>
      inTown(point.town) &&
      (kind === '' || kind === point.kind) &&
      (status === '' || status === point.status) &&
      (q === '' || named.has(point.town) || answers(point.name) || fold(point.details).includes(q)),
  )
  const bare = kind === '' && status === ''
  const towns = new Set(found.flatMap((point) => (point.town === '' ? [] : [point.town])))
  for (const code of named) if (bare && inTown(code)) towns.add(code)
  return { points: found, towns }
}
