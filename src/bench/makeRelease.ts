import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { formatSums, listFiles } from '../release/manifest.ts'

/** Writes what is published of a release, from a built site or from files given by their text. */
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
  const files = listFiles(join(folder, 'site'))
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ preview, base, files }, null, 2))
  writeFileSync(join(folder, 'SHA256SUMS'), formatSums(folder))
  return folder
}
