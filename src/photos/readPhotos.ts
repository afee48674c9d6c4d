import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { namesIn } from '../documents/namesIn.ts'
import type { DecodedPhoto } from './decodePhotos.ts'
import { maxBytes } from './limits.ts'

/** A file among the photographs of an edition. */
export interface PhotoFile {
  name: string
  /** Absolute path. */
  path: string
  bytes: number
  /** What it holds; undefined if it is a folder, too large to be read, or stopped the reading. */
  decoded?: DecodedPhoto
}

/** The folder of an edition's photographs, below the content root. */
export const photoFolder = (year: number): string => `content/${year}/photos`

const decoder = fileURLToPath(new URL('./decodePhotos.ts', import.meta.url))

/** What files hold, by everything that changes when a file does; saving a word must not decode every photograph again. */
const known = new Map<string, DecodedPhoto>()

/** Reads files in a process of its own, because the checks do not wait and no picture may end them. */
function decodeAll(paths: readonly string[]): (DecodedPhoto | undefined)[] {
  if (paths.length === 0) return []
  const { stdout, status } = spawnSync(process.execPath, [decoder], {
    input: JSON.stringify(paths),
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
  if (status === 0) return JSON.parse(stdout)
  // One of them ended the process; which one shows when each is read alone.
  return paths.length === 1 ? [undefined] : paths.flatMap((path) => decodeAll([path]))
}

/** The files among the photographs of an edition, sorted; none where it has no such folder. */
export function readPhotos(root: string, year: number): PhotoFile[] {
  const folder = photoFolder(year)
  const names = namesIn(root, folder) ?? []
  const files = names.flatMap((name) => {
    const path = join(root, folder, name)
    const stats = statSync(path, { throwIfNoEntry: false })
    // A link to nothing is as good as no file.
    if (!stats) return []
    const { size, mtimeMs, ctimeMs, ino } = stats
    const isReadable = stats.isFile() && size <= maxBytes
    return { name, path, bytes: size, key: [path, size, mtimeMs, ctimeMs, ino].join(), isReadable }
  })
  const fresh = files.filter(({ key, isReadable }) => isReadable && !known.has(key))
  for (const [index, decoded] of decodeAll(fresh.map(({ path }) => path)).entries()) {
    const key = fresh[index]?.key
    if (key && decoded) known.set(key, decoded)
  }
  return files.map(({ name, path, bytes, key }) => {
    const decoded = known.get(key)
    return { name, path, bytes, ...(decoded && { decoded }) }
  })
}
