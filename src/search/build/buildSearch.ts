import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Program, writeArchive } from './archive.ts'
import { type AnswerRecords, editionText, type Phrases } from './editionText.ts'
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
 * Writes what a site's pages are searched by into its folder: the newest edition's text (search/text.json), and
 * Pagefind's index of every edition with its program (pagefind/); throws what Pagefind reports.
 */
export async function buildSearch(
  read: readonly ReadPage[],
  dist: string,
  phrases: Phrases,
  records?: AnswerRecords,
  program?: Program,
): Promise<void> {
  const pages = placePages(read)
  const years = pages.map(({ page }) => Number(yearOf(page.url) ?? Number.NaN))
  const newest = Math.max(0, ...years.filter(Number.isFinite))
  // What belongs to no edition is current.
  const current = pages.filter((_, at) => !((years[at] as number) < newest))
  const text = editionText(current, phrases, records, current.length < pages.length)
  mkdirSync(join(dist, 'search'), { recursive: true })
  writeFileSync(join(dist, 'search/text.json'), JSON.stringify(text))
  const archive = join(dist, 'pagefind')
  rmSync(archive, { recursive: true, force: true })
  await writeArchive(
    pages.map(({ page }) => page),
    archive,
    program,
  )
}
