import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parsePage } from '../builtPage.ts'
import { filesBelow } from '../publish/siteFiles.ts'
import type { Correction } from '../schemas/corrections.ts'
import type { ReleasedNumber } from '../schemas/released.ts'
import type { Version } from './version.ts'

/** A file of a release, by its path below site/. */
export interface ReleasedFile {
  path: string
  bytes: number
  sha256: string
  /** Whether its address changes with its content, or readers' browsers must ask whether it has changed. */
  cache: 'immutable' | 'revalidate'
  /** Of a page: the digest of the text of its `<main>`, which stays while only code and links change. */
  text?: string
}

/** What is in a release: `manifest.json`. */
export interface Manifest extends Version {
  /** The newest edition. */
  edition: number
  /** Whether it is stamped, for those who decide about the release. */
  preview: boolean
  /** The path below which it is served, with a slash at both ends. */
  base: string
  /** The address of the site, scheme and host; null if it is not known. */
  site: string | null
  files: ReleasedFile[]
  /** Every number of every edition, as it is published. */
  observations: (ReleasedNumber & { edition: number })[]
  corrections: (Correction & { edition: number })[]
}

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')

/** The text of a page's main part, without the spaces between its words. */
function mainText(path: string, html: string): string {
  const main = parsePage(path, html).document.querySelector('main')
  return (main?.textContent ?? '').replace(/\s+/g, '')
}

/** Every file of a built site, in a stable order. */
export const listFiles = (site: string): ReleasedFile[] =>
  filesBelow(site).map((path) => {
    const bytes = readFileSync(join(site, path))
    return {
      path,
      bytes: bytes.length,
      sha256: sha256(bytes),
      // These two folders hold files that are named by their content.
      cache: /^(?:_astro|type)\//.test(path) ? 'immutable' : 'revalidate',
      ...(path.endsWith('.html') && { text: sha256(mainText(path, bytes.toString('utf8'))) }),
    }
  })

/** The checksums of every file below a folder but `SHA256SUMS` itself, as `sha256sum -c` reads them. */
export const formatSums = (folder: string): string =>
  filesBelow(folder)
    .filter((path) => path !== 'SHA256SUMS')
    .map((path) => `${sha256(readFileSync(join(folder, path)))}  ${path}\n`)
    .join('')
