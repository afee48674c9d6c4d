import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parsePage } from '../builtPage.ts'
import { compressSite } from '../publish/compressSite.ts'
import { fold } from '../reading/fold.ts'
import { projectRoot } from '../roots.ts'
import { buildSearch } from '../search/build/buildSearch.ts'
import type { Program } from '../search/build/pagefindIndex.ts'
import { type ReadPage, readPage } from '../search/build/readPage.ts'
import type { SearchPage } from '../search/page.ts'
import { passagesOf } from '../search/sections.ts'
import { type EditionSize, generateArchive } from './scaleArchive.ts'

/** A page as a search should find it: its edition, address and folded text. */
export interface TruePage {
  year: number
  url: string
  text: string
}

const truePage = ({ url, text }: SearchPage): TruePage => ({
  year: Number(url.slice(1, 5)),
  url,
  text: fold(text),
})

/** The size of the edition in dist/, as its search text has it. */
export function sizeOfEdition(): EditionSize {
  const { pages }: { pages: SearchPage[] } = JSON.parse(
    readFileSync(join(projectRoot, 'dist/search/text.json'), 'utf8'),
  )
  const mean = (size: (page: SearchPage) => number) =>
    Math.round(pages.reduce((sum, page) => sum + size(page), 0) / pages.length)
  return {
    pages: pages.length,
    length: mean(({ text }) => text.length),
    // What stands before the first heading is a section too.
    sections: mean((page) => passagesOf(page).length) - 1,
  }
}

/** A copy of dist/ that searches invented editions instead, in a folder under .build/; with the pages there are to find. */
export async function writeArchiveSite(
  name: string,
  editions: number,
  size: EditionSize,
  program?: Program,
): Promise<{ folder: string; pages: TruePage[]; seconds: number }> {
  const folder = join(projectRoot, '.build', name)
  rmSync(folder, { recursive: true, force: true })
  cpSync(join(projectRoot, 'dist'), folder, { recursive: true })
  for (const entry of readdirSync(folder)) {
    if (/^\d+$|^about$/.test(entry)) rmSync(join(folder, entry), { recursive: true })
  }
  const read: ReadPage[] = []
  for (const { file, title, sections } of generateArchive(editions, size)) {
    const body = sections.map(
      ({ title, text }, at) => `<h2 id="s${at}">${title}</h2>\n<p>${text}</p>`,
    )
    const main = `<main data-search-kind="chapter" data-search-group="${file}"><h1>${title}</h1>\n${body.join('\n')}</main>`
    const found = readPage(
      parsePage(file, `<!doctype html><html lang="zh-CN"><body>${main}</body></html>`),
    )
    if (found) read.push(found)
  }
  const started = performance.now()
  await buildSearch(read, folder, { whole: [], guarded: [] }, undefined, program)
  const seconds = (performance.now() - started) / 1000
  await compressSite(folder)
  return { folder, pages: read.map(({ page }) => truePage(page)), seconds }
}
