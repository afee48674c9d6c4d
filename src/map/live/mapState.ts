/** How near the section of map and list must come before what makes it answer is loaded. */
export const oneScreen = '100% 0px'

/** What the reader asks of list and map together; an empty string asks nothing. */
export interface MapState {
  /** Adcode of a town. */
  town: string
  q: string
  kind: string
  status: string
  /** Id of the chosen point. */
  point: string
}

export const nothingAsked: MapState = { town: '', q: '', kind: '', status: '', point: '' }

const names = Object.keys(nothingAsked) as (keyof MapState)[]

/** The state that a query string holds. */
export function parseState(search: string): MapState {
  const query = new URLSearchParams(search)
  const state = { ...nothingAsked }
  for (const name of names) state[name] = query.get(name)?.trim() ?? ''
  return state
}

/** The query string that holds a state, with whatever else the given one said. */
export function formatState(state: MapState, search: string): string {
  const query = new URLSearchParams(search)
  for (const name of names) {
    if (state[name] === '') query.delete(name)
    else query.set(name, state[name])
  }
  return query.size === 0 ? '' : `?${query}`
}

/** Whether a state narrows the list. */
export const narrows = ({ town, q, kind, status }: MapState) =>
  town !== '' || q !== '' || kind !== '' || status !== ''
