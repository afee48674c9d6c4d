import { readdirSync } from 'node:fs'
import { join, sep } from 'node:path'

/** Every file below a folder, by path relative to it with forward slashes, in a stable order. */
export const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length))
    .map((file) => file.split(sep).join('/'))
    .sort()

/** The pages among some files. */
export const htmlAmong = (files: readonly string[]): string[] =>
  files.filter((file) => file.endsWith('.html'))
