import type { Observation } from '../schemas/observation.ts'
import { stroke } from './markup.ts'
import { box } from './strokes.ts'
import { hasValue } from './tally.ts'

/** How wide a small drawing is, in user units. */
export const miniWidth = 280

/** What stands where a small drawing has nothing to count: hollow and dashed if not published, a plain box for a count of none. */
export function miniBlank(
  observation: Observation,
  y: number,
  height: number,
  x = 1,
  width = miniWidth - 2,
): string {
  return stroke(hasValue(observation) ? 'h' : 'u', box(x, y, width, height))
}
