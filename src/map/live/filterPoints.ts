import { fold } from '../../reading/fold.ts'
import type { ListedPoint } from './listedPoint.ts'
import type { MapState } from './mapState.ts'

/** The result of a filter: matching points in order, and the towns that stay in the list. */
export interface Filtered {
  points: ListedPoint[]
  towns: Set<string>
}

/** Tests whether a name matches a folded query by pinyin, by initials or by a mixture. */
export type SoundsLike = (query: string, name: string) => boolean

/** A function that tests whether a name matches a query as written or, if pinyin is loaded, by sound. */
function nameMatcher(query: string, soundsLike: SoundsLike | undefined): (name: string) => boolean {
  const q = fold(query).trim()
  if (q === '') return () => true
  const spoken = /[a-z]/.test(q)
  return (name) => fold(name).includes(q) || (spoken && soundsLike?.(q, name) === true)
}

/** The points and towns that match a state; a town whose name matches keeps all its points. */
export function filterPoints(
  points: readonly ListedPoint[],
  townNames: ReadonlyMap<string, string>,
  state: MapState,
  soundsLike?: SoundsLike,
): Filtered {
  const { town, kind, status } = state
  const q = fold(state.q).trim()
  const answers = nameMatcher(state.q, soundsLike)
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
