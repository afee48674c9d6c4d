import { createHash, type Hash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

function add(hash: Hash, root: string, path: string): void {
  const whole = join(root, path)
  const stats = statSync(whole, { throwIfNoEntry: false })
  if (stats?.isDirectory()) {
    for (const name of readdirSync(whole).sort()) add(hash, root, `${path}/${name}`)
    return
  }
  const bytes = stats ? readFileSync(whole) : undefined
  // The length marks where a file ends, and distinguishes a missing file from an empty one.
  hash.update(JSON.stringify([path, bytes?.length ?? null]))
  if (bytes) hash.update(bytes)
}

/** One hash of the names and contents of files and folders below a root, whether or not they exist. */
export function hashFiles(root: string, paths: readonly string[]): string {
  const hash = createHash('sha256')
  for (const path of paths) add(hash, root, path)
  return hash.digest('hex')
}
