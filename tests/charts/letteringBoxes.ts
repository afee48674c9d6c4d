import type { Cut, Drawing } from '../../src/charts/chart.ts'
import { widthOf } from '../../src/svg/lettering.ts'
import { parseDrawing } from './drawnMarks.ts'

/** The estimated box of a piece of text, and its smallest font size. */
export interface LetteringBox {
  words: string
  size: number
  left: number
  right: number
  top: number
  bottom: number
}

/** The boxes of all texts of a drawing. */
export function letteringBoxes(drawing: Drawing, cut: Cut): LetteringBox[] {
  return [...parseDrawing(drawing, cut).querySelectorAll('text')].map((text) => {
    const words = text.textContent
    const own = Number(text.getAttribute('font-size') ?? cut.lettering)
    const runs = [...text.childNodes].map((node) => {
      const run = node as unknown as Element
      const size = run.nodeType === 1 ? Number(run.getAttribute('font-size') ?? own) : own
      return { size, width: widthOf(run.textContent, size) }
    })
    const xs = text.getAttribute('x')?.split(' ').map(Number) ?? []
    const ys = text.getAttribute('y')?.split(' ').map(Number) ?? []
    const [x = Number.NaN, y = Number.NaN] = [xs[0], ys[0]]
    const width = xs.length > 1 ? own : runs.reduce((sum, run) => sum + run.width, 0)
    const marks = text.getAttribute('class') ?? ''
    const left = /\bend\b/.test(marks) ? x - width : /\bmid\b/.test(marks) ? x - width / 2 : x
    return {
      words,
      size: Math.min(...runs.map((run) => run.size)),
      left,
      right: left + width,
      top: y - own * 0.82,
      bottom: (ys.at(-1) ?? y) + own * 0.12,
    }
  })
}

/** Whether two texts overlap. */
export function overlap(one: LetteringBox, other: LetteringBox): boolean {
  return (
    one.left < other.right &&
    other.left < one.right &&
    one.top < other.bottom &&
    other.top < one.bottom
  )
}

/** The texts of a drawing that overlap others or extend beyond the drawing. */
export function misplaced(drawing: Drawing, cut: Cut): string[] {
  const set = letteringBoxes(drawing, cut)
  const out = set.filter(
    ({ size, left, right, bottom }) =>
      left < -size / 2 - 1 || right > cut.width + 1.5 || bottom > drawing.height + size * 0.22,
  )
  const over = set.filter((one, index) => set.slice(index + 1).some((other) => overlap(one, other)))
  return [...out, ...over].map(({ words }) => words)
}
