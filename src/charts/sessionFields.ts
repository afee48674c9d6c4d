import type { Edition } from '../schemas/edition.ts'
import type { Cut, Drawing } from './chart.ts'
import { dropOf } from './grid.ts'
import { widthOf } from './lettering.ts'
import { drawing, stroke, text } from './markup.ts'
import { across, down } from './strokes.ts'

const caption = '例举的领域'

/** The fields that the source gives as a range, on one line of their own from y; its ends stay open. */
export function sessionFields(edition: Edition, cut: Cut, y: number): Drawing {
  const names = edition.sessions.fields.range
  if (names.length === 0) return { height: y, body: '' }
  return cut.narrow ? upright(names, cut, y) : level(names, cut, y)
}

function upright(names: readonly string[], cut: Cut, y: number): Drawing {
  const step = cut.lettering * 2
  const titled = y + Math.max(8, cut.lettering / 2)
  const top = titled + cut.lettering + 15
  const length = (names.length - 1) * step
  return drawing(top + length + 20, [
    text(0, titled, caption),
    stroke(
      'hl',
      down(6, top, length),
      ...names.map((_, index) => across(6, top + index * step, 10)),
    ),
    stroke('u', down(6, top - 16, 16), down(6, top + length, 18)),
    ...names.map((name, index) =>
      text(24, top + index * step + dropOf(cut), name, 'sf', Math.max(15, cut.lettering)),
    ),
  ])
}

function level(names: readonly string[], cut: Cut, y: number): Drawing {
  const size = 17
  const pad = 12
  const start = widthOf(caption, cut.lettering) + 16
  const lettered = names.reduce((sum, name) => sum + widthOf(name, size) + 2 * pad, 0)
  const gap = (cut.width - start - lettered) / (names.length + 1)
  const pieces: string[] = []
  let x = start
  const labels = names.map((name) => {
    pieces.push(across(x, y + 8, gap))
    x += gap + pad
    const label = text(x, y + 14, name, 'sf', size)
    x += widthOf(name, size) + pad
    return label
  })
  const [opening = '', ...between] = pieces
  return drawing(y + 22, [
    text(0, y + 13, caption),
    stroke('u', opening, across(x, y + 8, gap)),
    stroke('hl', ...between),
    ...labels,
  ])
}
