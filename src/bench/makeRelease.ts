import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { filesBelow } from '../publish/siteFiles.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** Writes a release folder in the form of `npm run release`, from a built site or from files given by their text. */
export function makeRelease(
  folder: string,
  site: string | Record<string, string>,
  { base = '/lvzhi/', preview = false } = {},
): string {
  if (typeof site === 'string') cpSync(site, join(folder, 'site'), { recursive: true })
  else
    for (const [file, text] of Object.entries(site)) {
      mkdirSync(dirname(join(folder, 'site', file)), { recursive: true })
      writeFileSync(join(folder, 'site', file), text)
    }
  const files = filesBelow(join(folder, 'site')).map((path) => {
    const bytes = readFileSync(join(folder, 'site', path))
    const cache = /^(_astro|type)\//.test(path) ? 'immutable' : 'revalidate'
    return { path, bytes: bytes.length, sha256: sha256(bytes), cache }
  })
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ preview, base, files }, null, 2))
  const sums = filesBelow(folder)
    .filter((path) => path !== 'SHA256SUMS')
    .map((path) => `${sha256(readFileSync(join(folder, path)))}  ${path}\n`)
  writeFileSync(join(folder, 'SHA256SUMS'), sums.join(''))
  return folder
}
