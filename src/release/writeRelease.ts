import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { releasedNumbers } from '../records/checkReleased.ts'
import type { LoadedEdition } from '../records/readRegisters.ts'
import type { Edition } from '../sets/edition.ts'
import { type EarlierRelease, writeChanges } from './changes.ts'
import { formatLicences } from './licences.ts'
import { formatSums, listFiles, type Manifest } from './manifest.ts'
import type { Version } from './version.ts'

/** What a release is made of, beside its built site. */
export interface ReleaseParts extends Version {
  /** The published editions, ascending. */
  editions: readonly Edition[]
  preview: boolean
  base: string
  site: string | null
  /** The release that this one follows. */
  earlier: EarlierRelease | undefined
  sbom: string
}

/** The published editions whose records fit their schema, ascending. */
export const publishedAmong = (all: readonly LoadedEdition[]): Edition[] =>
  all.flatMap(({ edition, isDraft }) => (edition && !isDraft ? [edition] : []))

/** The name of a release's folder. */
export const releaseName = (edition: number, { version }: Version, preview: boolean): string =>
  `${edition}-${version}${preview ? '-preview' : ''}`

/** The manifest of a release whose site is in a folder. */
function describeRelease(site: string, released: ReleaseParts): Manifest {
  const { version, commit, editions, preview, base } = released
  const inEdition = <Record extends object>(year: number, records: readonly Record[]) =>
    records.map((record) => ({ edition: year, ...record }))
  return {
    edition: editions.at(-1)?.year ?? 0,
    version,
    preview,
    commit,
    base,
    site: released.site,
    files: listFiles(site),
    observations: editions.flatMap(({ year, indicators }) =>
      inEdition(year, releasedNumbers(indicators)),
    ),
    corrections: editions.flatMap(({ year, corrections }) => inEdition(year, corrections)),
  }
}

/** Writes everything of a release beside its `site/` into a folder, the checksums last. */
export function writeRelease(folder: string, released: ReleaseParts): Manifest {
  const manifest = describeRelease(join(folder, 'site'), released)
  const { editions, earlier, sbom } = released
  const sources = new Map(editions.flatMap((each) => each.sources.map((one) => [one.id, one])))
  const files = {
    'manifest.json': `${JSON.stringify(manifest, null, 2)}\n`,
    'sbom.cdx.json': sbom,
    'licences.txt': formatLicences([...sources.values()]),
    'changes.md': writeChanges(earlier, manifest),
  }
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  writeFileSync(join(folder, 'SHA256SUMS'), formatSums(folder))
  return manifest
}

/** Whether two release folders hold the same bytes. */
export const isSameRelease = (one: string, other: string): boolean =>
  [one, other]
    .map((folder) =>
      readdirSync(folder).includes('SHA256SUMS')
        ? readFileSync(join(folder, 'SHA256SUMS'), 'utf8')
        : folder,
    )
    .every((sums, _, [first]) => sums === first)

/** Records in data/ what a release published of each edition; returns the files. */
export function recordReleased(root: string, { editions, version }: ReleaseParts): string[] {
  return editions.map(({ year, indicators }) => {
    const file = `data/${year}/released.json`
    const released = { version, indicators: releasedNumbers(indicators) }
    writeFileSync(join(root, file), `${JSON.stringify(released, null, 2)}\n`)
    return file
  })
}
