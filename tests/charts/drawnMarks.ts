import { parseHTML } from 'linkedom'
import type { Cut, Drawing } from '../../src/charts/chart.ts'

/** Classes only for what is reported or estimated. */
export const reportedMarks = ['h', 'hl', 'ha', 'f', 'fl', 'fa', 'd', 'dl', 'da']

/** Classes only for what is not published. */
export const undisclosedMarks = ['u', 'ud']

/** A drawing as a parsed document. */
export function parseDrawing(drawing: Drawing, cut: Cut) {
  const svg = `<svg viewBox="0 0 ${cut.width} ${drawing.height}">${drawing.body}</svg>`
  return parseHTML(`<html><body>${svg}</body></html>`).document
}

/** All text of a drawing in one string. */
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

/** How many marks count an indicator's units, by class. */
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

/** The horizontal starts of an indicator's marks, sorted and without duplicates. */
export function startsOf(drawing: Drawing, cut: Cut, indicator: string): number[] {
  const paths = parseDrawing(drawing, cut).querySelectorAll(`[data-marks="${indicator}"] path`)
  const starts = new Set<number>()
  for (const path of paths) {
    let x = 0
    for (const [, command, along] of (path.getAttribute('d') ?? '').matchAll(/([Mm])([-\d.]+)/g)) {
      x = Number(along) + (command === 'm' ? x : 0)
      starts.add(Math.round(x * 10) / 10)
    }
  }
  return [...starts].sort((one, other) => one - other)
}

/** The number of counted marks, of some classes or of all. */
export function sumMarks(counts: Map<string, number>, classes?: readonly string[]): number {
  return [...counts].reduce(
    (sum, [mark, count]) => (!classes || classes.includes(mark) ? sum + count : sum),
    0,
  )
}

/** The paths at the open end of an indicator's marks, by class; empty if the end is closed. */
export function openEnds(drawing: Drawing, cut: Cut, indicator: string): Map<string, string> {
  const paths = parseDrawing(drawing, cut).querySelectorAll(`[data-end="${indicator}"] path`)
  return new Map(
    [...paths].map((path) => [path.getAttribute('class') ?? '', path.getAttribute('d') ?? '']),
  )
}

interface Segment {
  x: number
  y: number
  length: number
  upright: boolean
}

/** The horizontal and vertical lines of path data. */
export function segmentsOf(data: string): Segment[] {
  const found: Segment[] = []
  let [x, y] = [0, 0]
  for (const [, command, numbers = ''] of data.matchAll(/([Mmhv])([-\d. ]+)/g)) {
    const [a = 0, b = 0] = numbers.trim().split(' ').map(Number)
    if (command === 'M') [x, y] = [a, b]
    else if (command === 'm') [x, y] = [x + a, y + b]
    else {
      found.push({ x, y, length: a, upright: command === 'v' })
      if (command === 'h') x += a
      else y += a
    }
  }
  return found
}

/** The points of each subpath of path data, absolute: `[x, y]` for every command except the closing one. */
export function subpathsOf(data: string): [number, number][][] {
  const subpaths: [number, number][][] = []
  let [x, y] = [0, 0]
  for (const [, command = '', rest = ''] of data.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    if (command.toLowerCase() === 'z') continue
    const numbers = (rest.match(/-?[\d.]+/g) ?? []).map(Number)
    const relative = command === command.toLowerCase()
    const along = (from: number, by = 0) => (relative ? from + by : by)
    const letter = command.toLowerCase()
    if (letter === 'h') x = along(x, numbers[0])
    else if (letter === 'v') y = along(y, numbers[0])
    else [x, y] = [along(x, numbers.at(-2)), along(y, numbers.at(-1))]
    if (letter === 'm') subpaths.push([])
    subpaths.at(-1)?.push([x, y])
  }
  return subpaths
}

/** Lines of a drawing, other than the indicator's marks, that could seem to close the end of its marks. */
export function edgesOf(drawing: Drawing, cut: Cut, indicator: string): Segment[] {
  const document = parseDrawing(drawing, cut)
  for (const group of document.querySelectorAll('[data-end]')) group.remove()
  for (const group of document.querySelectorAll(`[data-marks="${indicator}"]`)) group.remove()
  return [...document.querySelectorAll('path')]
    .filter((path) => reportedMarks.includes(path.getAttribute('class') ?? ''))
    .flatMap((path) => segmentsOf(path.getAttribute('d') ?? ''))
}
