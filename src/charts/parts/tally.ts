import { findIndicator, hasValue } from '../../facts/indicator.ts'
import type { Observation, Qualifier } from '../../schemas/observation.ts'

export { hasValue }

/** How the end of a count is drawn: closed, open, short of its tick, or dotted. */
export type EndForm = 'exact' | 'over' | 'near' | 'about'

/** The form of the end for each bound: 不少于 is as open as 余. */
export const endForms = {
  exact: 'exact',
  over: 'over',
  near: 'near',
  about: 'about',
  'at-least': 'over',
} as const satisfies Record<Qualifier['bound'], EndForm>

/** How many units a figure counts: all of them, those recorded, and those only counted; how its end is drawn. */
export interface Tally {
  total: number
  known: number
  rest: number
  bound: EndForm
  /** How many marks stand for certain: the last of a 近 or 约 count does not. */
  units: number
  /** How many places the marks and the end that is not closed take. */
  places: number
}

/** The most units that are ever drawn one by one. */
const maxUnits = 50_000

/** The units of a counted indicator against the records behind it; a total of 0 means there is nothing to draw; throws on more than can be drawn. */
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

/** A counted record set: the indicator that states its number, its units, and `told`, what all its records tell where each does and no unit goes unrecorded. */
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
