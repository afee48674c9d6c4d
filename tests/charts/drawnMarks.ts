import { parseHTML } from 'linkedom'
import type { Cut, Drawing } from '../../src/charts/chart.ts'

/** Classes that only what is reported, or estimated, may carry. */
export const reportedMarks = ['h', 'hl', 'ha', 'f', 'fl', 'fa', 'd', 'dl', 'da']

/** Classes that only what is not published carries. */
export const undisclosedMarks = ['u', 'ud']

/** A drawing as a document to ask questions of. */
export function parseDrawing(drawing: Drawing, cut: Cut) {
  const svg = `<svg viewBox="0 0 ${cut.width} ${drawing.height}">${drawing.body}</svg>`
  return parseHTML(`<html><body>${svg}</body></html>`).document
}

/** All lettering of a drawing, one string. */
export function letteringOf(drawing: Drawing, cut: Cut): string {
  return [...parseDrawing(drawing, cut).querySelectorAll('text')]
    .map((text) => text.textContent)
    .join('\n')
}

/** The classes of all paths of a drawing. */
export function markClasses(drawing: Drawing, cut: Cut): string[] {
  return [...parseDrawing(drawing, cut).querySelectorAll('path')].map(
    (path) => path.getAttribute('class') ?? '',
  )
}

/** How many marks count an indicator's units, by the class they are drawn with. */
export function countMarks(drawing: Drawing, cut: Cut, indicator: string): Map<string, number> {
  const paths = parseDrawing(drawing, cut).querySelectorAll(`[data-marks="${indicator}"] path`)
  const counts = new Map<string, number>()
  for (const path of paths) {
    const mark = path.getAttribute('class') ?? ''
    const drawn = path.getAttribute('d')?.match(/M/g)?.length ?? 0
    counts.set(mark, (counts.get(mark) ?? 0) + drawn)
  }
  return counts
}

/** The sum of counted marks, of some classes or of all. */
export function sumMarks(counts: Map<string, number>, classes?: readonly string[]): number {
  return [...counts].reduce(
    (sum, [mark, count]) => (!classes || classes.includes(mark) ? sum + count : sum),
    0,
  )
}
