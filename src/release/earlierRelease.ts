import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { LoadedEdition } from '../records/readRegisters.ts'
import type { EarlierRelease } from './changes.ts'
import type { Manifest } from './manifest.ts'

const folderName = /^(\d{4})-(\d{8}-[0-9a-f]{7})$/

const readManifest = (file: string): Manifest => JSON.parse(readFileSync(file, 'utf8'))

/** The manifest of the newest release in a folder of releases, previews and one of them not counted. */
function newestIn(releases: string, except: string): Manifest | undefined {
  const manifests = (existsSync(releases) ? readdirSync(releases) : [])
    .filter((name) => folderName.test(name) && name !== except)
    .map((name) => ({ name, file: join(releases, name, 'manifest.json') }))
    .filter(({ file }) => existsSync(file))
  // Of two releases of one day the later written one is newer.
  const day = (name: string) => folderName.exec(name)?.[2]?.slice(0, 8) ?? ''
  const newest = manifests.sort(
    (a, b) =>
      day(a.name).localeCompare(day(b.name)) || statSync(a.file).mtimeMs - statSync(b.file).mtimeMs,
  )
  const last = newest.at(-1)
  return last && readManifest(last.file)
}

/** The numbers that the last release recorded in the editions; undefined before the first. */
function recordedNumbers(editions: readonly LoadedEdition[]): EarlierRelease | undefined {
  const released = editions.flatMap(({ year, edition }) =>
    edition?.released ? [{ edition: year, ...edition.released }] : [],
  )
  const last = released.at(-1)
  if (!last) return undefined
  return {
    version: last.version,
    observations: released.flatMap(({ edition, indicators }) =>
      indicators.map((each) => ({ ...each, edition })),
    ),
  }
}

/**
 * The release before this one: the one named by its folder or its manifest, else the newest other one, else what the
 * editions record of it. Throws a Chinese message where the named one cannot be read.
 */
export function earlierRelease(
  releases: string,
  except: string,
  editions: readonly LoadedEdition[],
  named?: string,
): EarlierRelease | undefined {
  if (named === undefined) return newestIn(releases, except) ?? recordedNumbers(editions)
  const file = named.endsWith('.json') ? named : join(named, 'manifest.json')
  if (!existsSync(file))
    throw new Error(`没有 ${file}；--since 后面写发布的文件夹，或它的 manifest.json`)
  try {
    const manifest = readManifest(file)
    if (manifest.files && manifest.observations) return manifest
  } catch {
    // It is not JSON, or nothing of an object.
  }
  throw new Error(`${file} 不是发布的清单；--since 后面写发布的文件夹，或它的 manifest.json`)
}
