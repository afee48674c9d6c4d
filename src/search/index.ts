import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { gunzipSync, gzipSync } from 'node:zlib'
import { close, createIndex } from 'pagefind'
import { kept } from '../store/buildStore.ts'
import { type AnswerRecords, buildInstantIndex } from './buildInstantIndex.ts'
import { signature } from './fullText.ts'
import { type SearchPage, storeMeta } from './page.ts'
import type { ReadPage } from './readPage.ts'
import { indexedWords } from './token.ts'

// Any language without a stemmer will do: words must be stored as they are.
const language = 'zxx'

// The site reads the index itself (fullText.ts): Pagefind's program would be most of what a first query fetches.
const needed = /^(pagefind-entry\.json|.*\.pf_(meta|index|fragment))$/

// A page named for what is asked outranks one that has it in a heading, where there are too many to read them all.
const titleWeight = 12
const headingWeight = 4

export interface SearchOptions {
  /** Phrases that excerpts must not cut. */
  wholePhrases?: readonly string[]
  /** Names, offices and set phrases that are never offered as a guess. */
  guarded?: readonly string[]
  /** Records of the newest edition. */
  records?: AnswerRecords
}

/** The searchable pages of a site in order of address, each with what it takes from the others and from the whole. */
export function placePages(
  read: readonly ReadPage[],
  { wholePhrases = [], guarded = [] }: SearchOptions = {},
): ReadPage[] {
  const pages = read.toSorted((a, b) => (a.page.url < b.page.url ? -1 : 1))
  const edition = (url: string) => /^\/(\d+)\//.exec(url)?.[1]
  const leads = pages.filter(({ page }) => page.kind !== 'figure')
  const within = (phrases: readonly string[], text: string) =>
    phrases.filter((phrase) => text.includes(phrase))
  return pages.map((entry) => {
    const { page } = entry
    const lead = leads.find(
      (one) => one.page.group === page.group && edition(one.page.url) === edition(page.url),
    )
    return {
      ...entry,
      page: {
        ...page,
        groupTitle: lead?.page.title ?? '',
        wholePhrases: within([...new Set([...wholePhrases, ...guarded])], page.text),
        guarded: within(guarded, page.text),
      },
    }
  })
}

const times = <T>(count: number, value: T) => Array.from({ length: count }, () => value)

/** What is indexed of a page: its text once, its title and headings as often as they weigh. */
const weighed = ({ title, sections, text }: SearchPage) =>
  indexedWords([
    text,
    ...times(titleWeight, title),
    ...sections.flatMap((section) => times(headingWeight, section.title)),
  ])

function failOn(errors: readonly string[]) {
  if (errors.length > 0) throw new Error(`检索索引没有建成：${errors.join('；')}`)
}

/** A fragment as Pagefind made it, with the page as written in place of the indexed words. */
function withPage(fragment: Uint8Array, page: SearchPage): Buffer {
  const stored = JSON.parse(gunzipSync(fragment).subarray(signature.length).toString())
  const { text: content } = page
  return gzipSync(signature + JSON.stringify({ ...stored, content, meta: storeMeta(page) }), {
    level: 9,
  })
}

// The smaller the pieces of an index, the longer the list of them that every query reads first.
const pieceSize = (pages: number) => (pages < 500 ? 4_000 : 10_000)

/** A file of an index. */
interface IndexFile {
  path: string
  content: Uint8Array
}

/** The files Pagefind makes of some pages; it is started for them alone, since pieces are of one size for all it makes. */
async function makeIndexFiles(pages: readonly SearchPage[]): Promise<IndexFile[]> {
  // A setting of Pagefind's that it calls unstable; without it pieces would merely be larger.
  process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE = String(pieceSize(pages.length))
  try {
    const { index, errors } = await createIndex()
    failOn(errors)
    if (!index) throw new Error('检索索引没有建成：Pagefind 没有启动')
    for (const page of pages) {
      const record = { url: page.url, content: weighed(page), language }
      failOn((await index.addCustomRecord(record)).errors)
    }
    const { files, errors: writeErrors } = await index.getFiles()
    failOn(writeErrors)
    return files.map(({ path, content }) => ({ path, content }))
  } finally {
    await close()
  }
}

/** The same, from the store where the pages are as they were: those of earlier editions mostly are. */
async function indexFiles(pages: readonly SearchPage[]): Promise<IndexFile[]> {
  const inputs = pages.map((page) => JSON.stringify(page))
  return deserialize(
    await kept('search-index', inputs, async () => serialize(await makeIndexFiles(pages))),
  )
}

/** Writes a full-text index of some pages into a folder; returns the id of each page in it, by address. */
async function writeFullText(
  pages: readonly SearchPage[],
  target: string,
): Promise<Map<string, string>> {
  const files = await indexFiles(pages)
  const byUrl = new Map(pages.map((page) => [page.url, page]))
  const records = new Map<string, string>()
  for (const { path, content } of files) {
    const name = path.split('/').at(-1) ?? ''
    if (!needed.test(name)) continue
    let bytes: Uint8Array = content
    if (name.endsWith('.pf_fragment')) {
      const { url } = JSON.parse(gunzipSync(content).subarray(signature.length).toString())
      bytes = withPage(content, byUrl.get(url) as SearchPage)
      records.set(url, name.replace('.pf_fragment', ''))
    }
    mkdirSync(dirname(join(target, path)), { recursive: true })
    writeFileSync(join(target, path), bytes)
  }
  return records
}

const noRecords: AnswerRecords = {
  indicators: [],
  timeline: [],
  glossary: [],
  sources: [],
  publisher: {},
}

/**
 * Writes the full text (pagefind/, earlier editions in archive/ below it) and the instant index (search/instant.json)
 * of a site's pages into its folder; throws what Pagefind reports.
 */
export async function buildSearchIndex(
  read: readonly ReadPage[],
  dist: string,
  options: SearchOptions = {},
): Promise<void> {
  const pages = placePages(read, options)
  const year = ({ page }: ReadPage) => Number(/^\/(\d+)\//.exec(page.url)?.[1] ?? Infinity)
  const newest = Math.max(0, ...pages.map(year).filter(Number.isFinite))
  const current = pages.filter((page) => year(page) >= newest)
  const archive = pages.filter((page) => year(page) < newest)
  const target = join(dist, 'pagefind')
  rmSync(target, { recursive: true, force: true })
  const records = await writeFullText(
    current.map(({ page }) => page),
    target,
  )
  if (archive.length > 0) {
    await writeFullText(
      archive.map(({ page }) => page),
      join(target, 'archive'),
    )
  }
  const instant = buildInstantIndex(
    current,
    options.records ?? noRecords,
    (page) => records.get(page.url) ?? '',
    archive.length > 0,
  )
  mkdirSync(join(dist, 'search'), { recursive: true })
  writeFileSync(join(dist, 'search/instant.json'), JSON.stringify(instant))
}
