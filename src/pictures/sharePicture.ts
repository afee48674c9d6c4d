import type { Photo } from '../schemas/photo.ts'
import { site } from '../site.ts'
import { kept } from '../store/buildStore.ts'
import { element, lines as letters, stroke, text } from '../svg/markup.ts'
import { horizontalLine, verticalLine } from '../svg/strokes.ts'
import { bodyEnd, bodyTop, end, inner, isWide, margin, photoPlace, shareSize } from './cardFrame.ts'
import { paper, wenwu } from './paper.ts'
import { rasterize } from './rasterize.ts'
import { ripples, water } from './ripples.ts'
import {
  breakPhrases,
  breakWords,
  type SetQuantity,
  setLines,
  setQuantity,
  widthOfQuantity,
  widthOfRuns,
} from './setRuns.ts'
import type { ShareCard } from './shareCard.ts'

const waterHeight = 84
/** Heading sizes in px, tried from the largest until all words fit. */
const headingSizes = [76, 70, 64, 58, 52, 47, 42, 38]
/** Width of a card in cm when printed, at 96 px to the inch. */
const centimetres = 31.75

/** Thrown if words would not fit into a card's body: the caller tries a smaller size, nothing is ever cut. */
class CardOverflow extends Error {}

/** The site's name across the whole width, a sixth of it for each character. */
const nameplate = () =>
  wenwu(margin, margin + 1.5, inner) +
  text(margin, 238, site.name, 'sf b', inner / site.name.length) +
  stroke('h', horizontalLine(margin, 267, inner)) +
  stroke('f', horizontalLine(margin, 271.5, inner))

const folio = ({ year }: ShareCard) =>
  text(margin, 77, site.name, 'sf b', 30) +
  text(end, 77, `${year}年版`, 'sf m end', 24) +
  wenwu(margin, 99.5, inner)

const foot = (card: ShareCard) =>
  stroke('h', horizontalLine(margin, bodyEnd, inner)) +
  text(margin, 576, card.body, 'i', 24) +
  text(end, 576, card.stamp ?? (card.cover ? `${card.year}年版` : site.scope), 'm end', 24)

/** The water at the bottom of a body, from edge to edge. */
function waterline(): string {
  const scale = water.width / shareSize.width
  const { width } = shareSize
  return element(
    'svg',
    {
      x: 0,
      y: bodyEnd - waterHeight,
      width,
      height: waterHeight,
      viewBox: `0 0 ${water.width} ${waterHeight * scale}`,
    },
    element('path', { class: 'hl', d: ripples(), 'stroke-width': scale, opacity: '.5' }),
  )
}

/** Heading and subtitle from y down, no wider than `width`; returns where they end too. */
function setWords(
  { heading, subtitle }: ShareCard,
  y: number,
  { x = margin, width = inner, size = 64, sub = 29, gap = 14, mark = '' },
): { body: string; end: number } {
  const lines = breakPhrases(heading, size, width)
  const wide = lines.find((line) => widthOfRuns(line, size) > width)
  if (wide) throw new CardOverflow(`画不下：${wide.map((run) => run.text).join('')}`)
  const under = y + lines.length * size * 1.32
  const below = subtitle ? breakWords(subtitle, sub, width) : []
  return {
    body:
      setLines(lines, x, y + size * 1.02, size * 1.32, size, 'sf b') +
      setLines(below, x, under + gap + sub * 1.1, sub * 1.5, sub, mark),
    end: under + (below.length > 0 ? gap + below.length * sub * 1.5 : 0),
  }
}

function checkEnd(at: number, limit: number): void {
  if (at > limit) throw new CardOverflow(`画不下：多出${Math.ceil(at - limit)}像素`)
}

/** A leading number, right-aligned: what it counts, and the number with qualifier and unit. */
function leadFigure({ leadIn, figure }: NonNullable<ShareCard['lead']>): {
  body: string
  width: number
} {
  const set = (size: number): SetQuantity => ({ parts: figure, size, unitSize: size / 4 })
  const size = Math.min(250, 560 / widthOfQuantity(set(1)))
  const width = widthOfQuantity(set(size))
  const middle = (bodyTop + bodyEnd) / 2
  return {
    width,
    body:
      text(end, middle - size * 0.42 - 14, leadIn, 'end', 29) +
      setQuantity(set(size), end, middle + size * 0.42, 'end'),
  }
}

const upright = (phrases: readonly string[]) =>
  stroke('h', horizontalLine(end - 96 * phrases.length, bodyTop + 40, 96 * phrases.length)) +
  phrases
    .map((phrase, index) => {
      const x = end - 96 * index
      const separator = index > 0 ? stroke('r', verticalLine(x, bodyTop + 40, 320)) : ''
      return separator + letters(x - 48, bodyTop + 100, [...phrase], 48, 'sf b mid', 38)
    })
    .join('')

/** The cover: year and slogan above the water. */
function coverBody(card: ShareCard, size: number): string {
  const options = { x: 652, width: 500, size: Math.min(size, 52), sub: 26, gap: 2, mark: 'sf ta' }
  const words = setWords(card, 282, options)
  checkEnd(words.end, bodyEnd - waterHeight + 8)
  return waterline() + text(margin, 484, String(card.year), 'n', 230) + words.body
}

/** Mark and heading on the left; a photograph, a leading number or vertical lines on the right. */
function columnsBody(card: ShareCard, size: number): string {
  const side = card.photo
    ? { body: '', width: photoPlace(card.photo).width }
    : card.lead
      ? leadFigure(card.lead)
      : { body: upright(card.upright ?? []), width: 96 * (card.upright?.length ?? 0) }
  const top = bodyTop + (card.mark ? 150 : 66)
  const width = inner - side.width - 48
  const words = setWords(card, top, { width, size: Math.min(size, 64) })
  checkEnd(words.end, bodyEnd - 12)
  return text(margin, bodyTop + 110, card.mark ?? '', 'sf ta', 76) + words.body + side.body
}

/** A heading below a photograph as wide as the card. */
function belowBody(card: ShareCard, photo: Photo, size: number): string {
  const { top, height } = photoPlace(photo)
  const under = top + height + 12
  const words = setWords(card, under, { x: margin + 84, width: inner - 84, size, sub: 24, gap: 4 })
  checkEnd(words.end, bodyEnd - 4)
  return text(margin, under + size * 1.02, card.mark ?? '', 'sf ta', 60) + words.body
}

/** A statement across the whole width, above the water if the page has no number. */
function statementBody(card: ShareCard, size: number): string {
  const mark = card.mark ? 62 : 0
  const limit = card.mark ? bodyEnd - 16 : bodyEnd - waterHeight
  const { end: tall } = setWords(card, mark, { size })
  const top = bodyTop + (limit - bodyTop - tall) / 2
  checkEnd(tall, limit - bodyTop - 48)
  return (
    (card.mark ? text(margin, top + 40, card.mark, 'sf ta', 40) : waterline()) +
    setWords(card, top + mark, { size }).body
  )
}

/** A card as an SVG with its heading at the given size in px; throws if its words do not fit. */
export function layOutCard(card: ShareCard, size: number): string {
  const { photo } = card
  if (photo && isWide(photo))
    return paper(shareSize.width, shareSize.height, [
      folio(card),
      belowBody(card, photo, size),
      foot(card),
    ])
  const lay = card.cover
    ? coverBody
    : card.photo || card.lead || card.upright
      ? columnsBody
      : statementBody
  return paper(shareSize.width, shareSize.height, [
    card.cover ? nameplate() : folio(card),
    lay(card, size),
    foot(card),
  ])
}

/** The picture of a page as PNG; the heading shrinks until everything fits, and a card that never fits is an error. */
export function sharePicture(card: ShareCard): Promise<Uint8Array<ArrayBuffer>> {
  return kept('share-picture', [JSON.stringify(card)], () =>
    rasterize(fitCard(card), shareSize.width, centimetres),
  )
}

/** A card as an SVG with the largest heading that fits; throws if none does. */
export function fitCard(card: ShareCard): string {
  let overflow: unknown
  for (const size of headingSizes) {
    try {
      return layOutCard(card, size)
    } catch (error) {
      if (!(error instanceof CardOverflow)) throw error
      overflow = error
    }
  }
  throw overflow
}
