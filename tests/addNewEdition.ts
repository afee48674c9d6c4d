import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { newEdition } from '../src/tools/newEdition.ts'
import type { ContentFolder } from './contentFolder.ts'

/** Adds the draft that `edition:new` begins; throws with its words where it refuses. */
export function addNewEdition({ root, write }: ContentFolder, year: number, from?: number): void {
  const made = newEdition(root, String(year), { from: from === undefined ? from : String(from) })
  if ('refused' in made) throw new Error(made.refused)
  for (const [file, text] of made.files) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    write(file, text)
  }
}
