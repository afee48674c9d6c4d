import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Holds the new texts of several files until all of them are written; the name is one that readers of the folder skip. */
const journal = '.writing.json'

/** Writes a file so that it is the old one or the new one whenever the machine stops. */
function replaceFile(folder: string, name: string, text: string): void {
  const beside = join(folder, `${journal}.part`)
  writeFileSync(beside, text, { flush: true })
  renameSync(beside, join(folder, name))
}

/** Finishes what a killed `writeTogether` had begun, if there is anything. */
export function finishWriting(folder: string): void {
  const path = join(folder, journal)
  if (!existsSync(path)) return
  const texts = JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>
  for (const [name, text] of Object.entries(texts)) replaceFile(folder, name, text)
  rmSync(path)
}

/**
 * Writes several files of a folder, all of them or none: killed before the journal is in place, nothing has changed;
 * killed after, whoever reads the folder next finishes it.
 */
export function writeTogether(folder: string, texts: ReadonlyMap<string, string>): void {
  finishWriting(folder)
  replaceFile(folder, journal, JSON.stringify(Object.fromEntries(texts)))
  finishWriting(folder)
}
