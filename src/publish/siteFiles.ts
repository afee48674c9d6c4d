import { readdirSync } from 'node:fs'
import { join, sep } from 'node:path'

/** Every file below a folder, as a relative path with forward slashes, in a stable order. */
export const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length))
    .map((file) => file.split(sep).join('/'))
    .sort()

/** The HTML files among some files. */
export const htmlAmong = (files: readonly string[]): string[] =>
  files.filter((file) => file.endsWith('.html'))
