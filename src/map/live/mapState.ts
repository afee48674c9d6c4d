/** How close the section of map and list must be before its scripts are loaded. */
export const oneScreen = '100% 0px'

/** The reader's choices for list and map; an empty string means no choice. */
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

/** The state encoded in a query string. */
export function parseState(search: string): MapState {
  const query = new URLSearchParams(search)
  const state = { ...nothingAsked }
  for (const name of names) state[name] = query.get(name)?.trim() ?? ''
  return state
}

/** The query string for a state, keeping any other parameters of the given one. */
export function formatState(state: MapState, search: string): string {
  const query = new URLSearchParams(search)
  for (const name of names) {
    if (state[name] === '') query.delete(name)
    else query.set(name, state[name])
  }
  return query.size === 0 ? '' : `?${query}`
}

/** Whether a state filters the list. */
export const narrows = ({ town, q, kind, status }: MapState) =>
  town !== '' || q !== '' || kind !== '' || status !== ''
