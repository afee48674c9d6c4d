import { lineOf, problemAt } from '../documents/document.ts'
import type { Problem } from '../documents/problem.ts'
import { undisclosed } from '../facts/wording.ts'
import type { Observation } from '../schemas/observation.ts'
import type { WrittenObservation } from '../sets/define.ts'
import type { Edition } from '../sets/edition.ts'
import { writtenObservations } from './observations.ts'
import type { Registers } from './registers.ts'

/** The records behind a number: how many have any value, and how many values they have. */
interface Recorded {
  records: number
  values: number
}

/** Fields that say nothing about what happened. */
const bookkeeping = new Set(['id', 'status', 'source'])

/** How many values a record has, apart from bookkeeping fields. */
const valuesIn = (value: unknown): number => {
  if (value === null || value === undefined) return 0
  if (typeof value !== 'object') return 1
  return Object.entries(value).reduce(
    (sum, [key, inner]) => sum + (bookkeeping.has(key) ? 0 : valuesIn(inner)),
    0,
  )
}

/** What is recorded in an edition's files for each number that a record set states. */
export function recordedBeneath(files: unknown): Map<string, Recorded> {
  if (typeof files !== 'object' || files === null) return new Map()
  const { stated, records } = files as { stated?: unknown; records?: unknown }
  const inner = Object.values(files).flatMap((value) => [...recordedBeneath(value)])
  if (typeof stated !== 'string' || !Array.isArray(records)) return new Map(inner)
  const counts = records.map(valuesIn).filter((count) => count > 0)
  const values = counts.reduce((sum, count) => sum + count, 0)
  return new Map([...inner, [stated, { records: counts.length, values }]])
}

const none: Recorded = { records: 0, values: 0 }
const said = ({ records, values }: Recorded) => `登记 ${records} 条、${values} 项`

/** What is recorded for an observation, if its caveat was written for less; undefined if the caveat still holds. */
function outgrown(
  { id, caveat, basis }: Observation,
  beneath: ReadonlyMap<string, Recorded>,
): Recorded | undefined {
  const now = beneath.get(id) ?? none
  const then = basis ?? none
  const holds = caveat === null || (then.records === now.records && then.values === now.values)
  return holds ? undefined : now
}

/**
 * An edition in which outdated caveats are replaced by a generated one, which only says that the rest is not published.
 */
export function withCurrentCaveats(edition: Edition): Edition {
  const beneath = recordedBeneath(edition)
  return {
    ...edition,
    indicators: edition.indicators.map((observation) => {
      const now = outgrown(observation, beneath)
      if (!now) return observation
      const isWhole = observation.qualifier.bound === 'exact' && now.records === observation.value
      return { ...observation, caveat: isWhole ? null : `只登记了一部分，其余${undisclosed}。` }
    }),
  }
}

/** Caveats that are outdated by the records; the site shows generated ones instead. */
export function staleCaveats(registers: Registers): Problem[] {
  const beneath = recordedBeneath(
    [...registers.byName.values()].map(({ document }) => document.value),
  )
  return writtenObservations(registers).flatMap(({ observation, path, document }) => {
    const now = outgrown(observation, beneath)
    if (!now) return []
    return problemAt(document, [...path, observation.basis ? 'basis' : 'caveat'], {
      found: `写于${said(observation.basis ?? none)}时的 caveat，现在${said(now)}`,
      expected: '与登记情况相符的 caveat',
      hint: `页面已改用由数据生成的话；核对 caveat，改好以后写 "basis": { "records": ${now.records}, "values": ${now.values} }`,
    })
  })
}

/** What a caveat says about the period of the number itself. */
const ownTime =
  /(?:起止(?:的?时间|年份)?|期间|所属年份|哪一?年|何时|组成的时间)[^。；]*?(?:未公布|没有写|没有公布)/

/** Caveats that say the period is not published although it is recorded. */
export function checkCaveats(observations: readonly WrittenObservation[]): Problem[] {
  return observations.flatMap(({ observation: { caveat, period }, path, document }) => {
    const untimed = ownTime.exec(caveat ?? '')?.[0]
    if (period === null || !untimed) return []
    return problemAt(document, [...path, 'caveat'], {
      found: `caveat 里的“${untimed}”`,
      expected: `与第 ${lineOf(document, [...path, 'period'])} 行的 period 相符的话（${period}）`,
      hint: '写明了期间，caveat 里说没有公布的那一句就要删去',
    })
  })
}
