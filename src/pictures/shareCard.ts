import { stateFigure } from '../charts/statement.ts'
import { bindCopy, type CopyPart, plainCopy, plainParts } from '../facts/copy.ts'
import { findIndicator } from '../facts/indicator.ts'
import { outlookPhrases } from '../facts/outlook.ts'
import { type QuantityPart, quantityParts } from '../facts/wording.ts'
import { imprint } from '../imprint.ts'
import type { ChapterFrontMatter, FigureCopy } from '../schemas/figures.ts'
import type { Photo } from '../schemas/photo.ts'
import type { Edition } from '../sets/edition.ts'
import { chapterNumerals, site } from '../site.ts'

/** A part of a heading; a qualifier (余, 近) is its own part, as on the page. */
export interface CardRun {
  text: string
  qualifier: boolean
}

/** The contents of a page's share card: the page's own words, and every number with its qualifier and unit. */
export interface ShareCard {
  year: number
  /** The body that the edition speaks for. */
  body: string
  /** The stamp of a fictional or unpublished edition. */
  stamp: string | null
  /** Whether it is the edition's cover. */
  cover?: boolean
  /** A mark in cinnabar before the heading: a chapter's numeral, a figure's number. */
  mark?: string
  /** Phrases of the heading, each kept on one line. */
  heading: CardRun[][]
  subtitle?: string
  /** The leading number of the page. */
  lead?: { leadIn: string; figure: QuantityPart[] }
  /** Lines of vertical text, read from the right. */
  upright?: string[]
  /** The photograph of the page, and what it shows; it takes the place of number and lines. */
  photo?: Photo & { alt: string }
}

/** The parts of a card that all pages of an edition share. */
const ofEdition = (edition: Edition): Pick<ShareCard, 'year' | 'body' | 'stamp'> => ({
  year: edition.year,
  ...imprint(edition),
})

const plain = (copy: string): CardRun[][] =>
  copy.split('|').map((text) => [{ text, qualifier: false }])

/** Bound copy split into phrases where a line may break, with each number's qualifier as its own part. */
export function cardPhrases(parts: readonly CopyPart[]): CardRun[][] {
  const phrases: CardRun[][] = [[]]
  for (const part of parts) {
    if (part.kind === 'quantity') {
      const runs = quantityParts(part.observation).map(({ text, role }) => ({
        text,
        qualifier: role === 'qualifier',
      }))
      phrases.at(-1)?.push(...runs)
      continue
    }
    const [first = '', ...rest] = part.kind === 'text' ? part.text.split('|') : [part.text]
    if (first) phrases.at(-1)?.push({ text: first, qualifier: false })
    for (const text of rest) phrases.push(text ? [{ text, qualifier: false }] : [])
  }
  return phrases.filter((phrase) => phrase.length > 0)
}

/** The leading number of a chapter on the home page, with its period if stated. */
function leadOf(edition: Edition, chapter: string): ShareCard['lead'] {
  const initiative = edition.initiatives.find((item) => item.chapter === chapter)
  if (!initiative) return undefined
  const observation = findIndicator(edition.indicators, initiative.indicator)
  const leadIn = plainCopy(initiative.leadIn, edition)
  return {
    leadIn: observation.period === null ? leadIn : `${observation.period}，${leadIn}`,
    figure: quantityParts(observation),
  }
}

/** The cover: the site's name, the year, the slogan. */
export function editionCard(edition: Edition, lede: ChapterFrontMatter): ShareCard {
  return {
    ...ofEdition(edition),
    cover: true,
    heading: plain(lede.title),
    subtitle: `——${lede.subtitle}`,
  }
}

/** The first photograph of a chapter, in the order of captions.json. */
function photoOf(edition: Edition, chapter: string): ShareCard['photo'] {
  for (const caption of edition.captions) {
    const photo = edition.photos.find((item) => item.caption === caption.id)
    if (caption.chapter === chapter && photo)
      return { ...photo, alt: plainCopy(caption.alt ?? '', edition) }
  }
  return undefined
}

/**
 * A chapter: its numeral and title, and its first photograph or its leading number; the chapter about the future has
 * its phrases as vertical lines instead.
 */
export function chapterCard(
  edition: Edition,
  chapter: ChapterFrontMatter & { slug: string },
): ShareCard {
  const photo = photoOf(edition, chapter.slug)
  const lead = leadOf(edition, chapter.slug)
  const ahead = edition.timeline.find((event) => event.chapter === chapter.slug)
  return {
    ...ofEdition(edition),
    mark: chapterNumerals[chapter.order],
    heading: cardPhrases(bindCopy(chapter.title, edition)),
    subtitle: plainCopy(chapter.subtitle, edition),
    ...(photo ? { photo } : lead ? { lead } : ahead && { upright: outlookPhrases(ahead.text) }),
  }
}

/** A figure page: its number, its statement, and what is measured. */
export function figureCard(edition: Edition, figure: FigureCopy, number: string): ShareCard {
  const { headline, measure } = stateFigure(edition, figure.id)
  return {
    ...ofEdition(edition),
    mark: number,
    heading: cardPhrases(headline),
    subtitle: plainParts(measure),
  }
}

/** Any other page: its title and what it holds, with a chapter's leading number if the page shows it. */
export function pageCard(
  edition: Edition,
  { title, holds }: { title: string; holds: string },
  leadChapter?: string,
): ShareCard {
  const lead = leadChapter === undefined ? undefined : leadOf(edition, leadChapter)
  return { ...ofEdition(edition), heading: plain(title), subtitle: holds, ...(lead && { lead }) }
}

/** The words of a card in one line, as alternative text. */
export function shareText(card: ShareCard): string {
  const heading = card.heading.map((runs) => runs.map((run) => run.text).join('')).join('')
  const lead =
    card.lead && `${card.lead.leadIn}${card.lead.figure.map((part) => part.text).join('')}`
  return [
    [card.mark, heading].filter(Boolean).join(' '),
    card.subtitle?.replace(/^——|。$/g, ''),
    lead,
    card.upright?.join('、'),
    card.photo?.alt.replace(/。$/, ''),
    `${site.name}${card.year}年版，${card.body}`,
    card.stamp,
  ]
    .filter(Boolean)
    .join('。')
}

/** The file of a page's picture, by the page's slug, and its type. */
export const shareFile = (slug: string, { photo }: ShareCard): { name: string; type: string } =>
  photo ? { name: `${slug}.jpg`, type: 'image/jpeg' } : { name: `${slug}.png`, type: 'image/png' }
