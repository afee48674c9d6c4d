import type { Observation } from '../schemas/observation.ts'
import { formatBound } from './boundWord.ts'

/** The number of decimals of a number. */
export const decimalsOf = (value: number): number => String(value).split('.')[1]?.length ?? 0

/** The unit of a round number's last non-zero digit: 10 for 80, 100 for 500, 1 for 12. */
function openPlace(value: number): number {
  let place = 1
  while (value > 0 && value % (place * 10) === 0) place *= 10
  return place
}

/** Words that allow values only up to the next round number, or down to the one before. */
const narrowWords = new Set(['余', '多', '近', '将近', '接近'])
const isNarrow = (qualifier: Observation['qualifier']) =>
  narrowWords.has(formatBound(qualifier) ?? '')

/**
 * The most records that a stated number allows: exactly the number; for 余 fewer than the next round number (89 for
 * 80余); for 近 fewer than the number; undefined if nothing is stated or there is no upper bound.
 */
export function mostRecords(stated: Pick<Observation, 'value' | 'qualifier'>): number | undefined {
  const { value, qualifier } = stated
  if (value === null) return undefined
  const { bound } = qualifier
  if (bound === 'over') return isNarrow(qualifier) ? value + openPlace(value) - 1 : undefined
  if (bound === 'at-least' || bound === 'about') return undefined
  return bound === 'near' ? value - 1 : value
}

/**
 * Whether a measured value agrees with a stated number, rounded to its decimals: for 余 from the number up to the next
 * round one (55.8 for 55余), for 近 down to the one before it (55.8 for 近56), for 约 both ways; for the other words
 * anything on their side of the number.
 */
export function bearsOut(
  measured: number,
  stated: { value: number; qualifier: Observation['qualifier'] },
): boolean {
  const { value, qualifier } = stated
  const open = Number.isInteger(value) ? openPlace(value) : 10 ** -decimalsOf(value)
  const room = isNarrow(qualifier) ? open : Number.POSITIVE_INFINITY
  switch (qualifier.bound) {
    case 'over':
      return measured >= value && measured < value + room
    case 'near':
      return measured < value && measured >= value - room
    case 'about':
      return Math.abs(measured - value) < open
    case 'at-least':
      return measured >= value
  }
  return Number(measured.toFixed(decimalsOf(value))) === value
}
