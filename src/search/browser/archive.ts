import { fold } from '../../reading/fold.ts'
import type { EditionText } from '../editionText.ts'
import type { SearchPage } from '../page.ts'
import { rankPages } from './rank.ts'

/** So many characters are fetched at a time, or one edition; as they are sent, 60 to 100 kB. */
const mostAtOnce = 100_000

/** The years of earlier editions as they are fetched: together while they are short, newest first. */
export function steps(earlier: EditionText['earlier']): number[][] {
  const found: { years: number[]; length: number }[] = []
  for (const { year, length } of earlier) {
    const last = found.at(-1)
    if (!last || last.length + length > mostAtOnce) found.push({ years: [year], length })
    else {
      last.years.push(year)
      last.length += length
    }
  }
  return found.map(({ years }) => years)
}

const opened = new Map<string, Promise<SearchPage[]>>()

/** The pages of an earlier edition with their addresses on this site; throws when they cannot be had. */
function openPages(root: string, year: number): Promise<SearchPage[]> {
  const address = `${root}search/${year}.json`
  const load = async () => {
    const response = await fetch(address, { cache: 'no-cache' })
    if (!response.ok) throw new Error(`往年的正文没有载入：${response.status}`)
    const pages: SearchPage[] = await response.json()
    const groupTitle = `${year}年版`
    return pages.map((page) => ({ ...page, groupTitle, url: root + page.url.slice(1) }))
  }
  const pages = opened.get(address) ?? load()
  opened.set(address, pages)
  pages.catch(() => opened.delete(address))
  return pages
}

/** Exactly the pages of earlier editions that contain every folded part, best first, by year; throws when an edition cannot be had. */
export async function searchArchive(
  root: string,
  parts: readonly string[],
  years: readonly number[],
): Promise<{ year: number; pages: SearchPage[] }[]> {
  const texts = await Promise.all(years.map((year) => openPages(root, year)))
  return years.flatMap((year, at) => {
    const answers = ({ text }: SearchPage) => parts.every((part) => fold(text).includes(part))
    const pages = rankPages((texts[at] ?? []).filter(answers), parts, new Map())
    return pages.length > 0 ? [{ year, pages }] : []
  })
}
