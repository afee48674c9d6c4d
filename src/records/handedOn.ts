import type { LoadedEdition } from './readRegisters.ts'

/** The editions of which the pages are to be made, and all that a page may tell of. */
interface Handed {
  editions: readonly LoadedEdition[]
  all: readonly LoadedEdition[]
}

// Astro loads the content loader as a module of its own: what is shared with it is global.
const place = Symbol.for('records of the running build')
const shared = globalThis as {
  [place]?: Handed & { isTaken: boolean }
}

/** Hands the records that were read and checked to the content loader of the running build or development server. */
export function handOn(
  editions: readonly LoadedEdition[],
  all: readonly LoadedEdition[] = editions,
): void {
  shared[place] = { editions, all, isTaken: false }
}

/** The records that were handed on last; undefined where nobody has read any. */
export function handedOn(): Handed | undefined {
  if (shared[place]) shared[place].isTaken = true
  return shared[place]
}

/** Whether what was handed on last has been asked for. */
export const isTaken = (): boolean => shared[place]?.isTaken === true
