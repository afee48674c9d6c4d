import { getEntry } from 'astro:content'
import { findFigure } from '../charts/figureNumber.ts'
import {
  chapterCard,
  editionCard,
  figureCard,
  pageCard,
  type ShareCard,
} from '../pictures/shareCard.ts'
import { numberFigure } from './chapters.ts'
import { standingPages } from './standingPages.ts'

/** The picture of each page of an edition that is worth sharing, by the page's slug. */
export async function sharePages(locals: App.Locals): Promise<Map<string, ShareCard>> {
  const { edition, chapters, published } = locals
  const { year } = edition
  const lede = await getEntry('chapters', `${year}/edition`)
  if (!lede) throw new Error(`没有 content/${year}/edition.mdx`)
  return new Map([
    [`${year}`, editionCard(edition, lede.data)],
    ...chapters.map(
      (chapter) => [`${year}-${chapter.slug}`, chapterCard(edition, chapter)] as const,
    ),
    ...edition.figures.map(
      ({ id }) =>
        [
          `${year}-charts-${id}`,
          figureCard(edition, findFigure(edition.figures, id), numberFigure(locals, id)),
        ] as const,
    ),
    ...(['charts', 'data'] as const).map(
      (slug) => [`${year}-${slug}`, pageCard(edition, standingPages[slug])] as const,
    ),
    [`${year}-map`, pageCard(edition, standingPages.map, edition.participation.chapter)],
    ['about', pageCard(edition, standingPages.about)],
    ...(published.length > 1
      ? ([['editions', pageCard(edition, standingPages.editions)]] as const)
      : []),
  ])
}
