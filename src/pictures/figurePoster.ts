import { encode } from 'uqr'
import { cuts, type Drawing } from '../charts/chart.ts'
import { quantityParts } from '../facts/wording.ts'
import { element, stroke, text } from '../svg/markup.ts'
import { horizontalLine, verticalLine } from '../svg/strokes.ts'
import { readableAddress } from '../type/readableAddress.ts'
import type { FigureWords } from './figureWords.ts'
import { paper, stampMark, wenwu } from './paper.ts'
import {
  breakPhrases,
  breakToFit,
  breakWords,
  type SetQuantity,
  setLines,
  setQuantity,
  widthOfQuantity,
} from './setRuns.ts'

/** Width of a poster in px; its height depends on its contents. */
export const posterWidth = 1080
const margin = 64
const measure = posterWidth - 2 * margin

/** Width of a poster in print, in cm: its drawing as wide as a page's text. */
export const posterCentimetres = (15 * posterWidth) / measure

/** The cut used for posters, whose text can be read on a phone. */
export const posterCut = cuts.s

/**
 * A QR code of an address with its upper left corner at (x, y), `size` wide including the quiet zone that the standard
 * requires.
 */
export function qrCode(address: string, x: number, y: number, size: number): string {
  const { data, size: modules } = encode(address, { ecc: 'M', border: 4 })
  const unit = size / modules
  const squares = data.flatMap((row, line) =>
    row.flatMap((dark, column) =>
      dark ? `M${x + column * unit} ${y + line * unit}h${unit}v${unit}h${-unit}z` : [],
    ),
  )
  return (
    element('rect', { x, y, width: size, height: size, fill: '#fff' }) +
    element('path', { d: squares.join(''), fill: '#000', style: 'fill:#000' })
  )
}

/** Draws markup from y down, and returns its height too. */
type Block = (y: number) => { height: number; body: string }

/** The numbers side by side with what they count, all in the largest size in which each fits. */
const numbers =
  ({ figures }: FigureWords): Block =>
  (y) => {
    const gap = 36
    const width = (measure - gap * (figures.length - 1)) / figures.length
    const set = (size: number) =>
      figures.map(
        (figure): SetQuantity => ({ parts: quantityParts(figure), size, unitSize: size * 0.42 }),
      )
    const fits = Math.min(...set(1).map((figure) => width / widthOfQuantity(figure)))
    const size = Math.min(176, fits)
    const labels = figures.map(({ label, period }) =>
      breakWords([label, period].filter(Boolean).join('，'), 32, width),
    )
    const height = size * 0.86 + 16 + Math.max(0, ...labels.map(({ length }) => length)) * 44
    const body = set(size).map((figure, index) => {
      const x = margin + index * (width + gap)
      return (
        (index > 0 ? stroke('r', verticalLine(x - gap / 2, y, height)) : '') +
        setQuantity(figure, x, y + size * 0.8) +
        setLines(labels[index] ?? [], x, y + size * 0.86 + 48, 44, 32, '')
      )
    })
    return { height, body: body.join('') }
  }

const picture =
  ({ height, body }: Drawing): Block =>
  (y) => {
    const scale = measure / posterCut.width
    return {
      height: height * scale,
      body: element(
        'g',
        {
          transform: `translate(${margin} ${y.toFixed(1)}) scale(${scale.toFixed(4)})`,
          'font-size': posterCut.lettering,
        },
        body,
      ),
    }
  }

const notes =
  (words: FigureWords): Block =>
  (y) => {
    const [size, leading] = [29, 44]
    const caveat = breakWords(words.caveat, size, measure - 26)
    const source = breakWords(words.source, size, measure)
    const tall = caveat.length * leading
    return {
      height: tall + 20 + source.length * leading,
      body:
        stroke('fa', verticalLine(margin + 2, y + 4, tall - 8)) +
        setLines(caveat, margin + 26, y + 32, leading, size, '') +
        setLines(source, margin, y + tall + 52, leading, size, 'm'),
    }
  }

/** Edition and body, with a QR code to the figure's page if the address is known. */
const imprintOf =
  (words: FigureWords, address: string | undefined): Block =>
  (y) => {
    const code = 208
    const place = address ? readableAddress(address).replace(/^https?:\/\//, '') : ''
    const broken = breakWords(place, 26, measure - code - 32)
    const tall = address ? Math.max(code, 112 + broken.length * 36) : 92
    return {
      height: 28 + tall,
      body:
        stroke('h', horizontalLine(margin, y, measure)) +
        text(margin, y + 66, words.edition, 'sf b', 36) +
        text(margin, y + 112, `${words.body}　${words.number}`, '', 29) +
        setLines(broken, margin, y + 158, 36, 26, 'm') +
        (address ? qrCode(address, posterWidth - margin - code, y + 28, code) : ''),
    }
  }

/**
 * A figure as a portrait picture for sharing, in its narrow cut: finding, numbers, drawing, caveat, source, edition,
 * and a QR code to its page.
 */
export function figurePoster(
  words: FigureWords,
  drawing: Drawing,
  address: string | undefined,
): string {
  const { size, lines } = breakToFit([84, 76, 68], 3, (size) =>
    breakPhrases(words.headline, size, measure),
  )
  const body = [wenwu(margin, margin, measure)]
  let y = margin + 26
  if (words.stamp) {
    body.push(stampMark(words.stamp, posterWidth - margin, y, 32))
    y += 62
  }
  body.push(setLines(lines, margin, y + size, size * 1.28, size, 'sf b'))
  y += lines.length * size * 1.28
  const blocks: [gap: number, block: Block][] = [
    ...(words.figures.length > 0 ? [[44, numbers(words)] as [number, Block]] : []),
    [56, picture(drawing)],
    [52, notes(words)],
    [36, imprintOf(words, address)],
  ]
  for (const [gap, block] of blocks) {
    const set = block(y + gap)
    y += gap + set.height
    body.push(set.body)
  }
  return paper(posterWidth, Math.ceil(y + margin), body)
}
