import type { Drawing } from '../charts/chart.ts'
import { cuts } from '../charts/chart.ts'
import { element, stroke, text } from '../svg/markup.ts'
import { horizontalLine, verticalLine } from '../svg/strokes.ts'
import type { FigureWords } from './figureWords.ts'
import { paper, stampMark, wenwu } from './paper.ts'
import { breakPhrases, breakWords, setLines } from './setRuns.ts'

/** Width of a figure's picture in user units: the wide cut with a margin on both sides. */
const margin = 42
export const plateWidth = cuts.w.width + 2 * margin

/** Width of the picture in a document, in cm: its drawing as wide as a page's text. */
export const plateCentimetres = (15 * plateWidth) / cuts.w.width

/** A figure as a self-contained picture: number, statement, measure, drawing, reading, caveat, source, edition. */
export function figurePlate(words: FigureWords, drawing: Drawing): string {
  const width = cuts.w.width
  const x = margin
  const body: string[] = [wenwu(x, 34, width), stampMark(words.stamp, x + width, 48, 22)]
  let y = 66
  body.push(text(x, y, words.number, 'sf ta', 17), text(x + 62, y, words.topic, 'm', 15))
  const headline = breakPhrases(words.headline, 30, width)
  body.push(setLines(headline, x, y + 46, 38, 30, 'sf b'))
  y += 8 + headline.length * 38
  const put = (content: string, size: number, mark: string, inset = 0) => {
    const leading = size * 1.65
    const broken = breakWords(content, size, width - inset)
    body.push(setLines(broken, x + inset, y + leading, leading, size, mark))
    y += broken.length * leading
    return broken.length * leading
  }
  y += 4
  put(words.measure, 16, 'm')
  y += 26
  body.push(
    element(
      'g',
      { transform: `translate(${x} ${y})`, 'font-size': cuts.w.lettering },
      drawing.body,
    ),
  )
  y += drawing.height + 14
  put(words.description, 16, 'i')
  y += 6
  const top = y + 8
  const tall = put(words.caveat, 16, '', 18)
  body.push(stroke('fa', verticalLine(x + 2, top, tall)))
  y += 6
  put(words.source, 14, 'm')
  y += 20
  body.push(stroke('h', horizontalLine(x, y, width)))
  y += 26
  body.push(text(x, y, words.edition, 'sf b', 16), text(x + width, y, words.body, 'm end', 15))
  return paper(plateWidth, Math.ceil(y + 26), body)
}
