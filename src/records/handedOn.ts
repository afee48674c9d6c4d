import type { LoadedEdition } from './readRegisters.ts'

/** The editions whose pages are to be built, and all editions that pages may mention. */
interface Handed {
  editions: readonly LoadedEdition[]
  all: readonly LoadedEdition[]
}

// Astro loads the content loader as a separate module, so shared values have to be global.
const place = Symbol.for('records of the running build')
const shared = globalThis as {
  [place]?: Handed & { isTaken: boolean }
}

/** Passes the checked records on to the content loader of the running build or development server. */
export function handOn(
  editions: readonly LoadedEdition[],
  all: readonly LoadedEdition[] = editions,
): void {
  shared[place] = { editions, all, isTaken: false }
}

/** The records passed on last; undefined if there are none. */
export function handedOn(): Handed | undefined {
  if (shared[place]) shared[place].isTaken = true
  return shared[place]
}

/** Whether the records passed on last have been read. */
export const isTaken = (): boolean => shared[place]?.isTaken === true
