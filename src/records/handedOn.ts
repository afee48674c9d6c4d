import type { LoadedEdition } from './readRegisters.ts'

// Astro loads the content loader as a module of its own: what is shared with it is global.
const place = Symbol.for('records of the running build')
const shared = globalThis as {
  [place]?: { editions: readonly LoadedEdition[]; isTaken: boolean }
}

/** Hands the records that were read and checked to the content loader of the running build or development server. */
export function handOn(editions: readonly LoadedEdition[]): void {
  shared[place] = { editions, isTaken: false }
}

/** The records that were handed on last; undefined where nobody has read any. */
export function handedOn(): readonly LoadedEdition[] | undefined {
  if (shared[place]) shared[place].isTaken = true
  return shared[place]?.editions
}

/** Whether what was handed on last has been asked for. */
export const isTaken = (): boolean => shared[place]?.isTaken === true
