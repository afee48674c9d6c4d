import { type Cut, cuts } from '../charts/chart.ts'
import { figureSource } from '../charts/figureSource.ts'
import { findChart } from '../charts/registry.ts'
import { stateFigure } from '../charts/statement.ts'
import { plainParts, splitClauses } from '../facts/copy.ts'
import type { Edition } from '../sets/edition.ts'
import { widthOf } from '../svg/lettering.ts'

/** How tall another site's frame of a figure has to be, in CSS px, while the small drawing shows and while the wide one does. */
export interface FrameHeights {
  small: number
  wide: number
}

/** The width of the frame from which the wide drawing shows (`charts.css`), including its padding (`bare.css`). */
export const wideFrom = 733 + 2 * 16

/**
 * The most lines that Chinese text can take: a mark that may not begin a line, or an unbroken number, leaves the line
 * before short.
 */
const linesOf = (text: string, size: number, width: number) =>
  Math.max(1, Math.ceil(widthOf(text, size) / (width - 1.5 * size)))

/** How many lines clauses take that move to the next line as a whole. */
function clauseLines(clauses: readonly string[], size: number, width: number): number {
  let lines = 1
  let used = 0
  for (const clause of clauses) {
    const wide = widthOf(clause, size)
    if (used > 0 && used + wide > width) {
      lines++
      used = 0
    }
    if (wide > width) lines += linesOf(clause, size, width) - 1
    used += wide
  }
  return lines
}

/**
 * The heights that a figure's frame needs at any width, computed from the sizes in `figure.css` and `bare.css` and from
 * counted lines. Nothing is measured, so a build needs no browser; a test compares the result with real pages.
 */
export function frameHeights(edition: Edition, id: string): FrameHeights {
  const words = stateFigure(edition, id)
  const source = figureSource(edition, id)
  const headline = splitClauses(words.headline).map(plainParts)
  const heightAt = (cut: Cut, most: number) => {
    const { height } = findChart(id).draw(edition, cut)
    return (frame: number) => {
      const width = Math.min(frame - 32, 916)
      const text = Math.min(width, 660)
      return (
        32 + // padding
        23 + // rule
        (21 + 8 + 8 + 24) + // number, gaps
        clauseLines(headline, 21, width) * 30.45 +
        linesOf(plainParts(words.measure), 15, width) * 24.75 +
        (Math.min(width, most) * height) / cut.width +
        24 +
        linesOf(plainParts(words.description), 15, text) * 26.25 +
        8 +
        linesOf(plainParts(words.caveat), 15, text - 18) * 26.25 +
        16 +
        linesOf(source, 13, width) * 22.1 +
        (16 + 2 + 44 + 44) + // table, links
        30 // one spare line, because fonts of other machines differ
      )
    }
  }
  const tallest = (from: number, to: number, heightOf: (frame: number) => number) => {
    const frames = Array.from(
      { length: Math.floor((to - from) / 15) + 1 },
      (_, at) => from + at * 15,
    )
    return Math.ceil(Math.max(...frames.map(heightOf)))
  }
  return {
    small: tallest(320, wideFrom - 1, heightAt(cuts.s, 400)),
    wide: tallest(wideFrom, 950, heightAt(cuts.w, 916)),
  }
}
