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
    const diagonals = hatching(Math.max(0, end - slant), 14, 14).map((at) =>
      right
        ? `M${x + at} ${y + thickness}l${slant} ${-thickness}`
        : `M${x} ${y + at + slant}l${thickness} ${-slant}`,
    )
    return marks(observation.id, stroke('e', sides, cross(0), cross(end))) + stroke(hair, ...diagonals)
  }

  const gaps = right ? ([6.5, 4] as const) : ([8, 2.6] as const)
  const offsets = hatching(end, ...gaps)
  const past =
    bound === 'over' ? thinning.map((step, index) => cross(length + step * gaps[1], 2 + index * thickness * 0.035)) : []
  const closed = bound === 'exact' ? stroke(firm, cross(length)) : ''
  const caps = verb !== null && bound === 'exact' ? stroke(firm, cross(length, -5)) : ''
  const tick = bound === 'near' ? stroke('k', cross(length, -5)) : ''
  const doubled = scope === '累计' ? stroke(firm, cross(4)) : ''
  return (
    marks(observation.id, stroke(hair, sides, right ? cross(0) : '', ...offsets.map((at) => cross(at)), ...past)) +
    closed +
    caps +
    tick +
    doubled
  )
}
