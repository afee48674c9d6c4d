import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { close, createIndex } from 'pagefind'
import { type AnswerRecords, buildInstantIndex } from './buildInstantIndex.ts'
import { signature } from './fullText.ts'
import { type SearchPage, storeMeta } from './page.ts'
import { type ReadPage, readPage } from './readPage.ts'
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

/** Every searchable page under a built site, in order of address. */
export function readPages(
  dist: string,
  { wholePhrases = [], guarded = [] }: SearchOptions = {},
): ReadPage[] {
  const pages = globSync('**/*.html', { cwd: dist })
    .map((file) => readPage(file.split(sep).join('/'), readFileSync(join(dist, file), 'utf8')))
    .filter((page) => page !== undefined)
    .sort((a, b) => (a.page.url < b.page.url ? -1 : 1))
  const edition = (url: string) => /^\/(\d+)\//.exec(url)?.[1]
  const leads = pages.filter(({ page }) => page.kind !== 'figure')
  const within = (phrases: readonly string[], text: string) =>
    phrases.filter((phrase) => text.includes(phrase))
  return pages.map((read) => {
    const { page } = read
    const lead = leads.find(
      (one) => one.page.group === page.group && edition(one.page.url) === edition(page.url),
    )
    return {
      ...read,
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

/** The files Pagefind makes of some pages; it is started for them alone, since pieces are of one size for all it makes. */
async function indexFiles(pages: readonly SearchPage[]) {
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
    return files
  } finally {
    await close()
  }
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

const noRecords: AnswerRecords = { indicators: [], timeline: [], glossary: [] }

/**
 * Writes the full text (dist/pagefind/, earlier editions in archive/ below it) and the instant index
 * (dist/search/instant.json) of a built site; returns the number of pages; throws what Pagefind reports.
 */
export async function buildSearchIndex(dist: string, options: SearchOptions = {}): Promise<number> {
  const pages = readPages(dist, options)
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
  return pages.length
}
