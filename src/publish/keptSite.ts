import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import type { LoadedEdition } from '../records/readRegisters.ts'
import { contentRoot } from '../roots.ts'
import type { ReadPage } from '../search/build/readPage.ts'
import type { Edition } from '../sets/edition.ts'
import { hashFiles } from '../store/hashFiles.ts'
import { keyOf, type Store } from '../store/store.ts'
import { filesBelow, htmlAmong } from './siteFiles.ts'

/** An edition of the site: what the others tell of it, and what it tells of those before it. */
type SiteEdition = Pick<LoadedEdition, 'year' | 'listing'> & { edition?: Pick<Edition, 'earlier'> }

/** A part of a finished site: its published files, and what search has read of its pages. */
export interface Part {
  files: [path: string, bytes: Uint8Array][]
  pages: ReadPage[]
}

/** A finished site as the keys of its parts, and the notices of its checks. */
interface Site {
  parts: string[]
  notices: string[]
}

const variables = ['SITE_URL', 'BASE_PATH', 'TIANDITU_KEY', 'REPORT', 'PREVIEW']

/** The inputs of a build beside code and content; the browser's version counts only if a PDF is printed. */
function settings(): (string | number | undefined)[] {
  const browser = process.env.REPORT && process.env.CHROME_PATH
  const stats = browser ? statSync(browser) : undefined
  return [...variables.map((name) => process.env[name]), browser, stats?.size, stats?.mtimeMs]
}

/** The key of the site for the present content, data and settings. */
export const siteKey = (): string =>
  keyOf('site', settings(), hashFiles(contentRoot, ['content', 'data', 'site.json']))

/**
 * The key of the pages of an edition that is not the newest: they depend on its own records, on the links to the other
 * editions, and on the numbers of the earlier ones.
 */
function editionKey(year: number, editions: readonly SiteEdition[]): string {
  const pages = editions.map((edition) => [edition.year, edition.listing?.pages ?? []])
  const shared = readdirSync(join(contentRoot, 'data'), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `data/${entry.name}`)
    .sort()
  const own = [`content/${year}`, `data/${year}`]
  const earlier = editions.find((edition) => edition.year === year)?.edition?.earlier
  const read = hashFiles(contentRoot, [...own, ...shared, 'site.json'])
  return keyOf('edition', settings(), year, pages, JSON.stringify(earlier), read)
}

function getPart(store: Store, key: string): Part | undefined {
  const bytes = store.get(key)
  return bytes && deserialize(bytes)
}

/** Writes the files of a part into a folder. */
export function writePart(part: Part, folder: string): void {
  for (const inside of new Set(part.files.map(([path]) => dirname(path))))
    mkdirSync(join(folder, inside), { recursive: true })
  for (const [path, bytes] of part.files) writeFileSync(join(folder, path), bytes)
}

/** The pages of an older edition from an earlier build with the same inputs; undefined if they must be built. */
export const keptEdition = (
  store: Store,
  year: number,
  editions: readonly SiteEdition[],
): Part | undefined => getPart(store, editionKey(year, editions))

/** Copies the pages of an older edition to another store; whether they were there. */
export function copyEdition(
  store: Store,
  year: number,
  editions: readonly SiteEdition[],
  to: Store,
): boolean {
  const key = editionKey(year, editions)
  const bytes = store.get(key)
  if (bytes) to.put(key, bytes)
  return bytes !== undefined
}

/**
 * Writes the whole site into a folder if all its parts are in the store; returns the notices of its checks, else
 * undefined.
 */
export function restoreSite(store: Store, key: string, folder: string): string[] | undefined {
  const bytes = store.get(key)
  if (!bytes) return undefined
  const site: Site = deserialize(bytes)
  for (const each of site.parts) {
    const part = getPart(store, each)
    if (!part) return undefined
    writePart(part, folder)
  }
  return site.notices
}

const fontName = /\/type\/([\w-]+\.woff2)/g

/** What is stored of a site. */
interface FinishedSite {
  /** Its editions, oldest first. */
  editions: readonly SiteEdition[]
  /** The editions whose pages came from the store. */
  taken: ReadonlySet<number>
  pages: readonly ReadPage[]
  notices: string[]
}

/** The older edition that a file of the site belongs to; undefined for the newest and for what all share. */
const olderYearOf = (path: string, editions: readonly SiteEdition[]): number | undefined =>
  editions
    .slice(0, -1)
    .map(({ year }) => year)
    .find((year) => path.startsWith(`${year}/`) || path.startsWith(`share/${year}`))

function putPart(
  store: Store,
  name: string,
  folder: string,
  paths: readonly string[],
  pages: ReadPage[],
): string {
  const files = paths.map((path): [string, Uint8Array] => [path, readFileSync(join(folder, path))])
  store.put(name, serialize({ files, pages } satisfies Part))
  return name
}

/** Stores an older edition of a finished site, with the fonts of its pages; returns its key. */
export function keepEdition(
  store: Store,
  year: number,
  folder: string,
  { editions, pages }: Pick<FinishedSite, 'editions' | 'pages'>,
): string {
  const own = filesBelow(folder).filter((path) => olderYearOf(path, editions) === year)
  const fonts = new Set(
    htmlAmong(own).flatMap((path) =>
      [...readFileSync(join(folder, path), 'utf8').matchAll(fontName)].map(
        ([, name]) => `type/${name}`,
      ),
    ),
  )
  const read = pages.filter(({ page }) => page.url.startsWith(`/${year}/`))
  return putPart(store, editionKey(year, editions), folder, [...own, ...fonts], read)
}

/** Stores a finished site: each older edition separately, and the rest. */
export function keepSite(
  store: Store,
  key: string,
  folder: string,
  { editions, taken, pages, notices }: FinishedSite,
): void {
  const parts = editions
    .slice(0, -1)
    .map(({ year }) =>
      taken.has(year)
        ? editionKey(year, editions)
        : keepEdition(store, year, folder, { editions, pages }),
    )
  const shared = filesBelow(folder).filter((path) => olderYearOf(path, editions) === undefined)
  const rest = putPart(store, `rest-${key}`, folder, shared, [])
  const site: Site = { parts: [...parts, rest], notices }
  store.put(key, serialize(site))
}
