import { findIndicator, hasValue } from '../../facts/indicator.ts'
import type { Observation, Qualifier } from '../../schemas/observation.ts'

export { hasValue }

/** How the end of a count is drawn: closed, open, stopping before its tick, or dotted. */
export type EndForm = 'exact' | 'over' | 'near' | 'about'

/** The form of the end for each bound: 不少于 is as open as 余. */
export const endForms = {
  exact: 'exact',
  over: 'over',
  near: 'near',
  about: 'about',
  'at-least': 'over',
} as const satisfies Record<Qualifier['bound'], EndForm>

/** How many units a figure draws: all, those recorded, and those only counted; and the form of its end. */
export interface Tally {
  total: number
  known: number
  rest: number
  bound: EndForm
  /** How many units certainly exist: the last of a 近 or 约 count may not. */
  units: number
  /** How many cells the units and an open end take. */
  places: number
}

/** The most units that are drawn one by one. */
const maxUnits = 50_000

/**
 * The units of a counted indicator compared with its records; a total of 0 means that there is nothing to draw; throws
 * if there are too many to draw.
 */
export function tallyOf(observation: Observation, recorded: number): Tally {
  const stated = hasValue(observation) ? Math.round(observation.value) : 0
  const form = endForms[observation.qualifier.bound]
  const open = form === 'over' || stated === 0
  const total = open ? Math.max(stated, recorded) : stated
  if (total > maxUnits) throw new Error(`“${observation.label}”太多，不能逐个画`)
  const bound = stated > 0 ? form : 'exact'
  const units = bound === 'near' || bound === 'about' ? total - 1 : total
  const known = Math.min(recorded, units)
  const places = bound === 'over' ? total + 1 : total
  return { total, known, rest: total - known, bound, units, places }
}

/**
 * A counted record set: the indicator that states its number, its units, and `told`: what all records say, if each says
 * it and no unit is unrecorded.
 */
export function countOf<Item, Told = never>(
  indicators: readonly Observation[],
  { stated, records }: { stated: string; records: readonly Item[] },
  tell: (record: Item) => Told | undefined = () => undefined,
) {
  const observation = findIndicator(indicators, stated)
  const tally = tallyOf(observation, records.length)
  const telling = records.flatMap((record) => tell(record) ?? [])
  const whole = tally.total > 0 && tally.rest === 0 && telling.length === records.length
  return { observation, records, tally, told: whole ? telling : undefined }
}
