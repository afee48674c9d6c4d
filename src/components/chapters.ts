import { getCollection, getEntry } from 'astro:content'
import { figureNumber, findFigure } from '../charts/figureNumber.ts'
import type { ChapterFrontMatter } from '../schemas/figures.ts'
import type { Listing } from '../schemas/listing.ts'
import { type Edition, hasMap } from '../sets/edition.ts'
import type { SiteContents } from '../sitePages.ts'

/** A chapter of an edition: its front matter and its place in the site. */
export interface Chapter extends ChapterFrontMatter {
  slug: string
}

/** Years of all editions that have pages, newest first; drafts are included only in the development server. */
export async function editionYears(): Promise<number[]> {
  const editions = await getCollection('editions')
  return editions.map((edition) => edition.data.year).sort((a, b) => b - a)
}

/** The year of the newest published edition; in the development server, if none is published, of the newest draft. */
export async function newestYear(): Promise<number | undefined> {
  const years = await editionYears()
  const editions = await Promise.all(years.map(getEdition))
  return (editions.find(({ edition }) => edition.status === 'published') ?? editions[0])?.year
}

/** Every published edition, newest first, including those whose pages come from the build store. */
export async function getPublished(): Promise<Listing[]> {
  const listings = await getCollection('listings')
  return listings
    .map(({ data }) => data)
    .filter(({ isDraft }) => !isDraft)
    .sort((a, b) => b.year - a.year)
}

/** The data of one edition; throws when there is no such year. */
export async function getEdition(year: number): Promise<Edition> {
  const entry = await getEntry('editions', String(year))
  if (!entry) throw new Error(`没有 ${year} 版的数据`)
  return entry.data
}

/** The paths of a page that every edition with a map has. */
export async function mappedEditions() {
  const editions = await Promise.all((await editionYears()).map(getEdition))
  return editions
    .filter(hasMap)
    .map((edition) => ({ params: { year: String(edition.year) }, props: { edition } }))
}

/** The chapters of one edition in order, without the home page's lede (order 0). */
export async function getChapters(year: number): Promise<Chapter[]> {
  const entries = await getCollection('chapters', (entry) => entry.id.startsWith(`${year}/`))
  return entries
    .map((entry) => ({ ...entry.data, slug: entry.id.replace(`${year}/`, '') }))
    .filter((chapter) => chapter.order > 0)
    .sort((a, b) => a.order - b.order)
}

/** Sets the edition of the page being rendered, so that all its components use the same data. */
export async function openEdition(locals: App.Locals, year?: number): Promise<void> {
  const chosen = year ?? (await newestYear())
  if (chosen === undefined) throw new Error('data/ 里没有任何一版数据')
  locals.edition = await getEdition(chosen)
  locals.chapters = await getChapters(chosen)
  locals.published = await getPublished()
}

/** What the site has that some of its pages need, seen from a page of an edition. */
export const contentsOf = ({ edition, published }: App.Locals): SiteContents => ({
  published: published.length,
  hasMap: hasMap(edition),
})

/** The number of a figure of the page's edition, 图2-1; throws on an unknown figure or chapter. */
export function numberFigure({ edition, chapters }: App.Locals, id: string): string {
  const slug = findFigure(edition.figures, id).chapter
  const chapter = chapters.find((item) => item.slug === slug)
  if (!chapter) throw new Error(`图“${id}”所在的章“${slug}”不存在，请核对 figures.json`)
  return figureNumber(edition.figures, id, chapter.order)
}
