import { stateFigure } from '../charts/statement.ts'
import { plainParts } from '../facts/copy.ts'
import { isoTime } from '../facts/isoTime.ts'
import { mainSource } from '../facts/source.ts'
import { imprint, stampText, stampTitle } from '../imprint.ts'
import type { ChapterFrontMatter, FigureCopy } from '../schemas/figures.ts'
import type { Edition } from '../sets/edition.ts'
import { site } from '../site.ts'

/** The absolute address of a page or file of the site; undefined if the site's address is unknown. */
export type Address = (path: string) => string | undefined

type Chapter = ChapterFrontMatter & { slug: string }

const editionName = (edition: Edition) => stampTitle(edition, `${site.name} ${edition.year}年版`)
const withoutMarks = (copy: string) => copy.replaceAll('|', '')

/** The properties that all works of an edition share; unknown ones are left out. */
function work(edition: Edition) {
  const { publisher } = edition
  const source = mainSource(edition)
  return {
    inLanguage: site.language,
    ...(source && { isBasedOn: { '@type': 'CreativeWork', name: source.title } }),
    ...(publisher.organizer && {
      publisher: { '@type': 'Organization', name: publisher.organizer },
    }),
    ...(publisher.publishedAt && { datePublished: isoTime(publisher.publishedAt) }),
  }
}

const reportReference = (edition: Edition, address: Address) => ({
  '@type': 'Report',
  name: editionName(edition),
  url: address(`${edition.year}/`),
})

/** The edition as a Report, with its chapters as parts. */
export function reportData(
  edition: Edition,
  description: string,
  chapters: readonly Chapter[],
  address: Address,
): object {
  return {
    ...reportReference(edition, address),
    description: stampText(edition, description),
    about: { '@type': 'Organization', name: imprint(edition).body },
    ...work(edition),
    hasPart: chapters.map((chapter) => ({
      '@type': 'Article',
      position: chapter.order,
      name: withoutMarks(chapter.title),
      url: address(`${edition.year}/${chapter.slug}/`),
    })),
  }
}

/** A chapter as an Article of its Report. */
export function articleData(edition: Edition, chapter: Chapter, address: Address): object {
  return {
    '@type': 'Article',
    headline: withoutMarks(chapter.title),
    alternativeHeadline: chapter.subtitle,
    description: stampText(edition, chapter.description),
    position: chapter.order,
    url: address(`${edition.year}/${chapter.slug}/`),
    isPartOf: reportReference(edition, address),
    ...work(edition),
  }
}

const download = (name: string, path: string, address: Address) => ({
  '@type': 'DataDownload',
  name,
  encodingFormat: path.endsWith('.csv') ? 'text/csv' : 'application/json',
  contentUrl: address(path),
})

/** All records of the edition as a Dataset, each file a distribution. */
export function datasetData(
  edition: Edition,
  datasets: readonly { name: string; title: string }[],
  address: Address,
): object {
  return {
    '@type': 'Dataset',
    name: `${editionName(edition)}：指标与记录`,
    description: stampText(
      edition,
      `${imprint(edition).body}履职亮点回眸的指标与记录：定义、期间、状态与出处。原文没有公布的写作“未公布”，不是零。`,
    ),
    url: address(`${edition.year}/data/`),
    isPartOf: reportReference(edition, address),
    ...work(edition),
    distribution: datasets.flatMap(({ name, title }) =>
      ['csv', 'json'].map((format) =>
        download(title, `${edition.year}/data/${name}.${format}`, address),
      ),
    ),
  }
}

/** The table behind one figure as a Dataset. */
export function figureData(
  edition: Edition,
  figure: FigureCopy,
  number: string,
  address: Address,
): object {
  const page = `${edition.year}/charts/${figure.id}`
  const words = stateFigure(edition, figure.id)
  return {
    '@type': 'Dataset',
    name: stampTitle(edition, `${number} ${figure.topic}`),
    alternateName: plainParts(words.headline),
    description: stampText(edition, `${plainParts(words.measure)}${plainParts(words.caveat)}`),
    url: address(`${page}/`),
    isPartOf: reportReference(edition, address),
    ...work(edition),
    distribution: [download(figure.topic, `${page}.csv`, address)],
  }
}

/** The breadcrumb trail from the edition to a page; undefined if the site's address is unknown. */
export function trailData(
  steps: readonly { name: string; path: string }[],
  address: Address,
): object | undefined {
  if (address('') === undefined) return undefined
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: address(path),
    })),
  }
}
