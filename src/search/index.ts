import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { close, createIndex } from 'pagefind'
import { type SearchPage, storePage } from './page.ts'
import { readPage } from './readPage.ts'

// Any language without a stemmer will do: tokens must be stored as they are.
const language = 'zxx'

// The site has its own search interface and needs none of Pagefind's, nor its worker.
const needed = /^(pagefind\.js|pagefind-entry\.json|wasm\..*|.*\.pf_(meta|index|fragment))$/

/** Every searchable page under a built site, in order of address; `wholePhrases` must not be cut in excerpts. */
export function readPages(dist: string, wholePhrases: readonly string[] = []): SearchPage[] {
  const pages = globSync('**/*.html', { cwd: dist })
    .map((file) => readPage(file.split(sep).join('/'), readFileSync(join(dist, file), 'utf8')))
    .filter((page) => page !== undefined)
    .sort((a, b) => (a.url < b.url ? -1 : 1))
  const leads = pages.filter((page) => page.kind !== 'figure')
  return pages.map((page) => ({
    ...page,
    groupTitle: leads.find((lead) => lead.group === page.group)?.title ?? '',
    wholePhrases: wholePhrases.filter((phrase) => page.text.includes(phrase)),
  }))
}

/** Writes dist/pagefind/ for a built site and returns the number of pages in it; throws what Pagefind reports. */
export async function buildSearchIndex(
  dist: string,
  wholePhrases: readonly string[] = [],
): Promise<number> {
  const pages = readPages(dist, wholePhrases)
  const failOn = (errors: string[]) => {
    if (errors.length > 0) throw new Error(`检索索引没有建成：${errors.join('；')}`)
  }
  try {
    const { index, errors } = await createIndex()
    failOn(errors)
    if (!index) throw new Error('检索索引没有建成：Pagefind 没有启动')
    for (const page of pages) {
      failOn((await index.addCustomRecord({ ...storePage(page), language })).errors)
    }
    const { files, errors: writeErrors } = await index.getFiles()
    failOn(writeErrors)
    const target = join(dist, 'pagefind')
    rmSync(target, { recursive: true, force: true })
    for (const { path, content } of files) {
      if (!needed.test(path.split('/').at(-1) ?? '')) continue
      mkdirSync(dirname(join(target, path)), { recursive: true })
      writeFileSync(join(target, path), content)
    }
  } finally {
    await close()
  }
  return pages.length
}
