import { encode } from 'uqr'
import { type Cut, cuts, type Drawing } from '../charts/chart.ts'
import { displayFigure } from '../charts/head.ts'
import { wrap } from '../charts/lettering.ts'
import { element, lines, stroke, text } from '../charts/markup.ts'
import { across, down } from '../charts/strokes.ts'
import { paper, stampMark, wenwu } from './figurePlate.ts'
import type { FigureWords } from './figureWords.ts'
import { breakPhrases, setLine } from './setRuns.ts'

/** Size of a poster in px. */
export const posterSize = { width: 1080, height: 1440 } as const
const margin = 64
const measure = posterSize.width - 2 * margin

/** A QR code of an address, its upper left at (x, y), `size` wide with the quiet zone the standard asks for. */
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

/** The foot of a poster: source and edition, and the code of its page where that has an address. */
function foot(words: FigureWords, address: string | undefined): { top: number; body: string } {
  const code = address ? 190 : 0
  const width = measure - (address ? code + 32 : 0)
  const source = wrap(words.source, 22, width)
  const height = Math.max(code, source.length * 34 + 84)
  const top = posterSize.height - margin - height
  const base = posterSize.height - margin
  const [, place = ''] = /^https?:\/\/(.*)$/.exec(address ?? '') ?? []
  return {
    top: top - 24,
    body: [
      stroke('h', across(margin, top - 24, measure)),
      lines(margin, top + 22, source, 34, 'm', 22),
      text(margin, base - 36, words.edition, 'sf b', 28),
      text(margin, base, address ? place : words.body, 'm', 22),
      address ? qrCode(address, posterSize.width - margin - code, top, code) : '',
    ].join(''),
  }
}

/** A figure as a portrait picture to be passed on: its leading number, statement, drawing, caveat, source, and a code to its page. */
export function figurePoster(
  words: FigureWords,
  draw: (cut: Cut) => Drawing,
  address: string | undefined,
): string {
  const below = foot(words, address)
  const body: string[] = [
    text(margin, 92, words.edition, 'sf b', 30),
    text(posterSize.width - margin, 92, words.number, 'sf ta end', 30),
    wenwu(margin, 112, measure),
    stampMark(words.stamp, posterSize.width - margin, 140, 34),
  ]
  let y = 156
  if (words.lead) {
    const wanted = displayFigure(0, 0, words.lead, 200, 40).width
    const size = Math.min(200, (200 * (measure - (words.stamp ? 230 : 0))) / wanted)
    y += size * 0.86
    body.push(displayFigure(margin, y, words.lead, size, 40).body)
    y += 54
    const { label, period } = words.lead
    body.push(text(margin, y, [label, period].filter(Boolean).join('，'), 'm', 26))
  }
  const size = 46
  y += 20
  for (const line of breakPhrases(words.headline, size, measure)) {
    y += size * 1.35
    body.push(setLine(line, margin, y, size, 'sf b'))
  }
  const caveat = wrap(words.caveat, 24, measure - 26)
  const caveatTop = below.top - 28 - caveat.length * 38
  const room = caveatTop - 36 - (y + 44)
  // Of the two cuts the one that can be read from farther away.
  const [best] = [cuts.s, cuts.w]
    .map((cut) => {
      const drawing = draw(cut)
      const scale = Math.min(measure / cut.width, room / drawing.height)
      return { cut, drawing, scale }
    })
    .sort((a, b) => b.scale * b.cut.lettering - a.scale * a.cut.lettering) as [
    { cut: Cut; drawing: Drawing; scale: number },
  ]
  const { cut, drawing, scale } = best
  const left = margin + (measure - cut.width * scale) / 2
  const upper = y + 44 + (room - drawing.height * scale) / 2
  body.push(
    element(
      'g',
      {
        transform: `translate(${left.toFixed(1)} ${upper.toFixed(1)}) scale(${scale.toFixed(4)})`,
        'font-size': cut.lettering,
      },
      drawing.body,
    ),
    stroke('fa', down(margin + 2, caveatTop, caveat.length * 38 - 6)),
    lines(margin + 26, caveatTop + 26, caveat, 38, '', 24),
    below.body,
  )
  return paper(posterSize.width, posterSize.height, body)
}
