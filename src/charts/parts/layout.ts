import { overhang, wrap } from '../../svg/lettering.ts'
import { stroke, text } from '../../svg/markup.ts'
import { horizontalLine, verticalLine } from '../../svg/strokes.ts'
import type { Cut, Drawing } from '../chart.ts'

/** The place of a drawing: from y down, no wider than its width. */
export type Slot = Record<'x' | 'y' | 'width', number>

/** Drawings of several things one under another from y down, a gap apart. */
export function stack<Item>(
  y: number,
  gap: number,
  items: readonly Item[],
  draw: (item: Item, y: number, index: number) => Drawing,
): Drawing {
  let end = y - gap
  const bodies = items.map((item, index) => {
    const { height, body } = draw(item, end + gap, index)
    end = height
    return body
  })
  return { height: end, body: bodies.join('') }
}

/**
 * A figure in two parts with a rule between them: the second stands beside the first, which takes a share of the width,
 * or below it if that is too narrow.
 */
export function inTwo(
  cut: Cut,
  share: number,
  first: (column: Slot) => Drawing,
  after: (column: Slot) => Drawing,
): Drawing {
  const gap = cut.narrow ? 22 : 40
  const width = cut.narrow ? cut.width : Math.round(share * cut.width)
  const one = first({ x: 0, y: 0, width })
  const [x, y] = cut.narrow ? [0, Math.round(one.height) + 2 * gap] : [width + 2 * gap, 0]
  const two = after({ x, y, width: cut.width - x })
  const height = Math.max(one.height, two.height) + 2
  const rule = cut.narrow
    ? horizontalLine(0, y - gap, width)
    : verticalLine(width + gap, 0, height + 2)
  return { height, body: one.body + stroke('r', rule) + two.body }
}

/** Text broken into lines, from y down. */
export function paragraph(
  words: string,
  { x, y, width }: Slot,
  size: number,
  mark?: string,
): Drawing {
  const broken = wrap(words, size, width, words.match(/“[^”]+”/g) ?? [])
  const body = broken.map((line, index) =>
    text(x - overhang(line, size), y + (1 + 1.5 * index) * size, line, mark, size),
  )
  return { height: y + broken.length * 1.5 * size, body: body.join('') }
}
