import type { Box, Place } from '../../svg/box.ts'
import type { Projection } from './projection.ts'

/** One line of the net of degrees, with the words at its end and where they start, if there is room for them. */
export interface GraticuleLine {
  from: Place
  to: Place
  words: string
  label: Place | null
}

/** How fine the net is: the most meridians, the size of its words, and how exact the places in it are, metres. */
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

/** Decimals in which multiples of a step are written. */
const decimalsOf = (step: number) => (step < 0.1 ? 2 : step < 1 ? 1 : 0)

/** 120.85° without the noise of binary fractions. */
const formatDegrees = (value: number, step: number) =>
  `${Math.abs(value).toFixed(decimalsOf(step))}°`

const metresPerDegree = 111_195

/**
 * Meridians and parallels across a box at the finest round step with no more than `maxMeridians`, whose last digit
 * is not finer than the places in the net are exact.
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
    // Clear of the meridians' words above and of the scale below.
    const clear = y > box.top + 2.4 * lettering && y < box.bottom - room
    const label = clear ? { x: box.left + 4, y: y - 4 } : null
    return { from: { x: box.left, y }, to: { x: box.right, y }, words, label }
  })
  return [...meridians, ...parallels]
}

/** The room that a line's words take. */
export function wordsBox({ words, label }: GraticuleLine, lettering: number): Box | null {
  if (!label) return null
  const { x: left, y: bottom } = label
  return { left, bottom, right: left + words.length * lettering * 0.56, top: bottom - lettering }
}
