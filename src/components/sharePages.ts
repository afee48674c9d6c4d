import { getEntry } from 'astro:content'
import { findFigure } from '../charts/figureNumber.ts'
import {
  chapterCard,
  editionCard,
  figureCard,
  pageCard,
  type ShareCard,
} from '../pictures/shareCard.ts'
import { type PageName, pagePaths, titledPages } from '../sitePages.ts'
import { contentsOf, numberFigure } from './chapters.ts'
import { pageSlug } from './pageSlug.ts'

/** The share card of each page of an edition that search engines may find, by the page's slug. */
export async function sharePages(locals: App.Locals): Promise<Map<string, ShareCard>> {
  const { edition, chapters } = locals
  const { year } = edition
  const lede = await getEntry('chapters', `${year}/edition`)
  if (!lede) throw new Error(`没有 content/${year}/edition.mdx`)
  const slugs = (name: PageName, ids: { chapters?: string[]; figures?: string[] } = {}) =>
    pagePaths(name, { year, ...ids }).map((path) => pageSlug(path, ''))
  const cards = (slugs: string[], card: ShareCard) => slugs.map((slug) => [slug, card] as const)
  return new Map([
    ...cards(slugs('edition'), editionCard(edition, lede.data)),
    ...chapters.flatMap((chapter) =>
      cards(slugs('chapter', { chapters: [chapter.slug] }), chapterCard(edition, chapter)),
    ),
    ...edition.figures.flatMap(({ id }) =>
      cards(
        slugs('figure', { figures: [id] }),
        figureCard(edition, findFigure(edition.figures, id), numberFigure(locals, id)),
      ),
    ),
    ...titledPages(contentsOf(locals)).flatMap((page) =>
      cards(slugs(page.name), pageCard(edition, page, page.leadOf && edition[page.leadOf].chapter)),
    ),
  ])
}
