import { type Cut, cuts, type Drawing } from '../charts/chart.ts'
import { widthOf } from '../svg/lettering.ts'
import { element, stroke, text } from '../svg/markup.ts'
import { horizontalLine } from '../svg/strokes.ts'
import type { FigureWords } from './figureWords.ts'
import { paper, stampMark } from './paper.ts'
import { breakPhrases, breakToFit, breakWords, setLines } from './setRuns.ts'

/** Size of a slide's picture in px. */
export const slideSize = { width: 1920, height: 1080 } as const

/** Width of a 16:9 slide in office programs, in cm. */
export const slideCentimetres = 33.867

interface Placed {
  cut: Cut
  drawing: Drawing
  scale: number
}

const readingDistance = ({ cut, scale }: Placed) => scale * cut.lettering * (cut.narrow ? 1 : 1.2)

const margin = 88
const measure = slideSize.width - 2 * margin

/** A figure as a picture that fills a white slide: finding, drawing, source, edition. */
export function figureSlide(words: FigureWords, draw: (cut: Cut) => Drawing): string {
  const end = slideSize.width - margin
  const room = measure - (words.stamp ? 220 : 0)
  const { size, lines } = breakToFit([72, 64, 56], 2, (size) =>
    breakPhrases(words.headline, size, room),
  )
  const leading = size * 1.3
  const imprint = `${words.body}　${words.edition}`
  const source = breakWords(words.source, 26, measure - widthOf(imprint, 28) - 80)
  const foot = slideSize.height - 60 - source.length * 38
  const top = margin + lines.length * leading + 36
  const height = foot - 32 - top
  // The wide cut fills a slide better; the narrow one is used only if its text can be read from a fifth further away.
  const [best] = [cuts.w, cuts.s]
    .map((cut): Placed => {
      const drawing = draw(cut)
      return { cut, drawing, scale: Math.min(measure / cut.width, height / drawing.height) }
    })
    .sort((a, b) => readingDistance(b) - readingDistance(a)) as [Placed]
  const { cut, drawing, scale } = best
  const x = margin + (measure - cut.width * scale) / 2
  const y = top + (height - drawing.height * scale) / 2
  return paper(
    slideSize.width,
    slideSize.height,
    [
      setLines(lines, margin, margin + size * 0.8, leading, size, 'sf b'),
      stampMark(words.stamp, end, margin - 20, 36),
      element(
        'g',
        {
          transform: `translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${scale.toFixed(4)})`,
          'font-size': cut.lettering,
        },
        drawing.body,
      ),
      stroke('h', horizontalLine(margin, foot, measure)),
      setLines(source, margin, foot + 42, 38, 26, 'm'),
      text(end, foot + 42, imprint, 'sf end', 28),
    ],
    '#fff',
  )
}
