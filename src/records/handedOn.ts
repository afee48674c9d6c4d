import type { LoadedEdition } from './readRegisters.ts'

// Astro loads the content loader as a module of its own: what is shared with it is global.
const place = Symbol.for('records of the running build')
const shared = globalThis as { [place]?: readonly LoadedEdition[] }

/** Hands the records that a build has read and checked to its content loader. */
export function handOn(editions: readonly LoadedEdition[]): void {
  shared[place] = editions
}

/** The records that the running build has read; undefined outside a build, where they may change at any time. */
export const handedOn = (): readonly LoadedEdition[] | undefined => shared[place]
