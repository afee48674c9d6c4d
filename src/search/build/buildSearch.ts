import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type AnswerRecords, editionText, type Phrases } from './editionText.ts'
import { type Program, writePagefind } from './pagefindIndex.ts'
import type { ReadPage } from './readPage.ts'

const yearOf = (url: string) => /^\/(\d+)\//.exec(url)?.[1]

/** The searchable pages of a site in order of address, each with the title of the page that leads its chapter. */
export function placePages(read: readonly ReadPage[]): ReadPage[] {
  const leads = read.filter(({ page }) => page.kind !== 'figure')
  return read
    .toSorted((a, b) => (a.page.url < b.page.url ? -1 : 1))
    .map((entry) => {
      const isLead = ({ page, group }: ReadPage) =>
        group === entry.group && yearOf(page.url) === yearOf(entry.page.url)
      const groupTitle = leads.find(isLead)?.page.title ?? ''
      return { ...entry, page: { ...entry.page, groupTitle } }
    })
}

/**
 * Writes what a site's pages are searched by into its folder: the newest edition's text (search/text.json), the pages of
 * each earlier edition (search/2024.json), and Pagefind's index of them all (pagefind/); throws what Pagefind reports.
 */
export async function buildSearch(
  read: readonly ReadPage[],
  dist: string,
  phrases: Phrases,
  records?: AnswerRecords,
  program?: Program,
): Promise<void> {
  const pages = placePages(read)
  const newest = Math.max(0, ...pages.flatMap(({ page }) => Number(yearOf(page.url) ?? [])))
  // What belongs to no edition is current.
  const editions = Map.groupBy(pages, ({ page }) => Number(yearOf(page.url) ?? newest))
  const current = editions.get(newest) ?? []
  editions.delete(newest)
  mkdirSync(join(dist, 'search'), { recursive: true })
  const write = (name: string, content: object) =>
    writeFileSync(join(dist, 'search', `${name}.json`), JSON.stringify(content))
  const earlier = [...editions].map(([year, read]) => {
    const own = read.map(({ page }) => page)
    write(String(year), own)
    return { year, length: own.reduce((sum, { text }) => sum + text.length, 0) }
  })
  earlier.sort((a, b) => b.year - a.year)
  write('text', editionText(current, phrases, records, earlier))
  const index = join(dist, 'pagefind')
  rmSync(index, { recursive: true, force: true })
  await writePagefind(
    pages.map(({ page }) => page),
    index,
    program,
  )
}
