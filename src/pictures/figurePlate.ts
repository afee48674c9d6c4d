import type { Drawing } from '../charts/chart.ts'
import { cuts } from '../charts/chart.ts'
import { wrap } from '../charts/lettering.ts'
import { element, lines, stroke, text } from '../charts/markup.ts'
import { across, box, down } from '../charts/strokes.ts'
import type { FigureWords } from './figureWords.ts'
import { palette } from './palette.ts'
import { plateStyle } from './plateStyle.ts'
import { breakPhrases, setLine } from './setRuns.ts'

/** Width of a plate in user units: the wide cut with a margin either side. */
const margin = 42
export const plateWidth = cuts.w.width + 2 * margin

/** The thick-and-thin rule from y over the measure. */
export const wenwu = (x: number, y: number, width: number) =>
  stroke('f', across(x, y, width)) + stroke('h', across(x, y + 4.5, width))

/** The stamp of an edition that is not real, its right end at x. */
export function stampMark(stamp: string | null, x: number, y: number, size: number): string {
  if (!stamp) return ''
  const width = size * (stamp.length + 1.4)
  return (
    stroke('fa', box(x - width, y, width, size * 1.9)) +
    text(x - width / 2, y + size * 1.3, stamp, 'sf b ta mid', size)
  )
}

/** A whole SVG of the given size on paper, its marks and lettering styled. */
export function paper(width: number, height: number, body: readonly string[]): string {
  return element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}` },
    element('style', {}, plateStyle),
    element('rect', { width, height, fill: palette.paper }),
    ...body,
  )
}

/** A figure as a picture that stands alone: number, statement, measure, drawing, reading, caveat, source, edition. */
export function figurePlate(words: FigureWords, drawing: Drawing): string {
  const width = cuts.w.width
  const x = margin
  const body: string[] = [wenwu(x, 34, width), stampMark(words.stamp, x + width, 48, 22)]
  let y = 66
  body.push(text(x, y, words.number, 'sf ta', 17), text(x + 62, y, words.topic, 'm', 15))
  y += 8
  for (const line of breakPhrases(words.headline, 30, width)) {
    y += 38
    body.push(setLine(line, x, y, 30, 'sf b'))
  }
  const put = (content: string, size: number, mark: string, inset = 0) => {
    const leading = size * 1.65
    const broken = wrap(content, size, width - inset)
    y += leading
    body.push(lines(x + inset, y, broken, leading, mark, size))
    y += (broken.length - 1) * leading
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
  body.push(stroke('fa', down(x + 2, top, tall)))
  y += 6
  put(words.source, 14, 'm')
  y += 20
  body.push(stroke('h', across(x, y, width)))
  y += 26
  body.push(text(x, y, words.edition, 'sf b', 16), text(x + width, y, words.body, 'm end', 15))
  return paper(plateWidth, Math.ceil(y + 26), body)
}
