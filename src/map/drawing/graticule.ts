import type { Box, Place } from '../../svg/box.ts'
import type { Projection } from './projection.ts'

/** One line of the grid of degrees, with the label at its end and the label's start, if there is room for it. */
export interface GraticuleLine {
  from: Place
  to: Place
  words: string
  label: Place | null
}

/** The options of the grid: the most meridians, the text size, and the precision of the places on the map in metres. */
export interface GraticuleOptions {
  maxMeridians: number
  lettering: number
  precision: number
}

const steps = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1]

/** Multiples of a step strictly between two values. */
function between(low: number, high: number, step: number): number[] {
  const first = Math.floor(low / step) + 1
  const last = Math.ceil(high / step) - 1
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => (first + i) * step)
}

/** The number of decimals needed for multiples of a step. */
const decimalsOf = (step: number) => (step < 0.1 ? 2 : step < 1 ? 1 : 0)

/** A number of degrees in words (120.85°), without binary rounding errors. */
const formatDegrees = (value: number, step: number) =>
  `${Math.abs(value).toFixed(decimalsOf(step))}°`

const metresPerDegree = 111_195

/**
 * Meridians and parallels across a box at the smallest round step that gives no more than `maxMeridians` and is not
 * finer than the precision of the places.
 */
export function graticule(
  { unproject, project }: Pick<Projection, 'project' | 'unproject'>,
  box: Box,
  { maxMeridians, lettering, precision }: GraticuleOptions,
): GraticuleLine[] {
  const [west, north] = unproject({ x: box.left, y: box.top })
  const [east, south] = unproject({ x: box.right, y: box.bottom })
  const lastDigit = (step: number) =>
    10 ** -decimalsOf(step) * metresPerDegree * Math.cos((north * Math.PI) / 180)
  const isFit = (step: number) =>
    lastDigit(step) >= precision && between(west, east, step).length <= maxMeridians
  const step = steps.find(isFit) ?? 1
  const room = lettering * 3
  const meridians = between(west, east, step).map((lng): GraticuleLine => {
    const { x } = project([lng, north])
    const words = `${formatDegrees(lng, step)}${lng < 0 ? 'W' : 'E'}`
    const label = x < box.right - room ? { x: x + 4, y: box.top + lettering } : null
    return { from: { x, y: box.top }, to: { x, y: box.bottom }, words, label }
  })
  const parallels = between(south, north, step).map((lat): GraticuleLine => {
    const { y } = project([west, lat])
    const words = `${formatDegrees(lat, step)}${lat < 0 ? 'S' : 'N'}`
    // Not overlapping the meridians' labels above or the scale bar below.
    const clear = y > box.top + 2.4 * lettering && y < box.bottom - room
    const label = clear ? { x: box.left + 4, y: y - 4 } : null
    return { from: { x: box.left, y }, to: { x: box.right, y }, words, label }
  })
  return [...meridians, ...parallels]
}

/** The box that a line's label takes. */
export function wordsBox({ words, label }: GraticuleLine, lettering: number): Box | null {
  if (!label) return null
  const { x: left, y: bottom } = label
  return { left, bottom, right: left + words.length * lettering * 0.56, top: bottom - lettering }
}
