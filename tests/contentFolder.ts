import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { knownRoot } from './fixtures/knownEdition.ts'

/** A copy of content/ and data/ that may be changed. */
export interface ContentFolder {
  root: string
  read(file: string): string
  write(file: string, text: string): void
  /** Replaces the first occurrence and returns its line (from 1); throws if there is none. */
  edit(file: string, from: string, to: string): number
  remove(file: string): void
}

/** Whether a file belongs to another year than 2025, whose edition tests know. */
const isOfAnotherYear = (path: string) => /[\\/](?!2025)\d{4}$/.test(path)

/** Copies content/ and data/ into a folder, of all editions that of 2025 alone: the one that tests know, or the project's. */
export function fillContentFolder(root: string, from = knownRoot): ContentFolder {
  for (const folder of ['content', 'data']) {
    cpSync(join(from, folder), join(root, folder), {
      recursive: true,
      filter: (path) => !isOfAnotherYear(path),
    })
  }
  return contentAt(root)
}

/** A folder that already holds content/ and data/. */
export function contentAt(root: string): ContentFolder {
  const read = (file: string) => readFileSync(join(root, file), 'utf8')
  const write = (file: string, text: string) => writeFileSync(join(root, file), text)
  return {
    root,
    read,
    write,
    edit(file, from, to) {
      const text = read(file)
      const at = text.indexOf(from)
      if (at < 0) throw new Error(`${file} 里没有 ${from}`)
      write(file, text.slice(0, at) + to + text.slice(at + from.length))
      return text.slice(0, at).split('\n').length
    },
    remove: (file) => rmSync(join(root, file), { recursive: true }),
  }
}
