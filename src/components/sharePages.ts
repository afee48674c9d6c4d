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

/** The pages that are neither cover, chapter nor figure, in the words of their pictures. */
const otherPages = {
  map: {
    title: '联系点地图',
    subtitle: '已公布的画在图上，没有公布的如实留白。',
    leadChapter: 'public-opinion',
  },
  charts: { title: '全部图版', subtitle: '每幅图只画原文写出的部分，没有写的地方留着空格。' },
  data: {
    title: '数据与下载',
    subtitle: '本版全部指标与记录：定义、口径、期间、状态与出处，可下载。',
  },
} as const
const about = {
  title: '办法与出处',
  subtitle: '本站怎样取数、怎样写数、怎样更正，数据从哪里来。',
} as const

/** The picture of each page of an edition that is worth sharing, by the page's slug. */
export async function sharePages(locals: App.Locals): Promise<Map<string, ShareCard>> {
  const { edition, chapters } = locals
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
    ...Object.entries(otherPages).map(
      ([slug, page]) => [`${year}-${slug}`, pageCard(edition, page)] as const,
    ),
    ['about', pageCard(edition, about)],
  ])
}
