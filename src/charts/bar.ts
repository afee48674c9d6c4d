import { range } from 'd3'
import type { Observation } from '../schemas/observation.ts'
import { marks, stroke } from './markup.ts'
import { across, down, hatching } from './strokes.ts'

/** Where a bar stands: it grows right or down from (x, y) by `length`, `thickness` across. */
export interface Place {
  x: number
  y: number
  length: number
  thickness: number
  grows: 'right' | 'down'
}

/** Which of two unlike things a bar belongs to; the tones never rank. */
export type Tone = 'lake' | 'accent'

/** How far past its tick an 余 bar thins out, as a share of the tightest gap of its hatching. */
const thinning = [0.4, 1.6, 3.2, 5.4, 8.2, 11.8, 16.4]

/**
 * The bar of a reported or estimated value in the grammar of its qualifier: hatching closed by a firm edge (exact),
 * capped (达), thinning out past the tick (余), short of a dashed tick (近), doubled at its start (累计).
 */
export function bar(observation: Observation, place: Place, tone: Tone): string {
  const { x, y, length, thickness, grows } = place
  const { bound, verb, scope } = observation.qualifier
  const right = grows === 'right'
  const hair = tone === 'lake' ? 'hl' : 'ha'
  const firm = tone === 'lake' ? 'fl' : 'fa'
  const cross = (at: number, inset = 0) =>
    right
      ? down(x + at, y + inset, thickness - 2 * inset)
      : across(x + inset, y + at, thickness - 2 * inset)
  const along = (offset: number, to: number) =>
    right ? across(x, y + offset, to) : down(x + offset, y, to)

  const end = bound === 'near' ? length - 10 : length
  const sides = along(0, end) + along(thickness, end)
  if (observation.status === 'estimated') {
    const slant = thickness / 2
    // One-way diagonals, clipped to the bar by starting and ending inside it.
    const diagonals = range(0, end - slant + 1, 12).map((at) =>
      right
        ? `M${x + at} ${y + thickness}l${slant} ${-thickness}`
        : `M${x} ${y + at + slant}l${thickness} ${-slant}`,
    )
    return (
      marks(observation.id, stroke('e', sides, cross(0), cross(end))) + stroke(hair, ...diagonals)
    )
  }

  const [loose, tight] = right ? [6.5, 4] : [8, 2.6]
  const hatched = hatching(end, loose, tight).map((at) => cross(at))
  const past =
    bound === 'over'
      ? thinning.map((step, index) => cross(length + step * tight, 2 + index * thickness * 0.035))
      : []
  const closed = bound === 'exact' ? stroke(firm, cross(length)) : ''
  const cap = (at: number) =>
    right ? across(x + length - 5, y + at, 10) : down(x + at, y + length - 5, 10)
  const caps =
    verb !== null && closed
      ? stroke(firm, cross(length, -5)) + stroke(hair, cap(-5), cap(thickness + 5))
      : ''
  const tick = bound === 'near' ? stroke('k', cross(length, -5)) : ''
  const doubled = scope === '累计' ? stroke(firm, cross(4)) : ''
  return (
    marks(observation.id, stroke(hair, sides, right ? cross(0) : '', ...hatched, ...past)) +
    closed +
    caps +
    tick +
    doubled
  )
}
