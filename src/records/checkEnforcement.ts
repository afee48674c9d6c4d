import { sum } from 'd3'
import { supervisionSchema } from '../schemas/supervision.ts'
import { lineOf, problemAt } from './document.ts'
import type { WrittenObservation } from './observations.ts'
import type { Problem } from './problem.ts'
import type { Registers } from './registers.ts'

const declines = [
  {
    indicator: 'supervision.inspected-households-decline',
    now: 'inspectedHouseholds',
    base: 'inspectedHouseholdsBase',
  },
  { indicator: 'supervision.penalty-cases-decline', now: 'penaltyCases', base: 'penaltyCasesBase' },
] as const

/** Declines that the monthly counts and those of their base do not bear out, once all of a decline's months are recorded. */
export function checkEnforcement(
  registers: Registers,
  observations: readonly WrittenObservation[],
): Problem[] {
  const document = registers.byName.get('supervision')?.document
  const { data } = supervisionSchema.safeParse(document?.value)
  if (!document || !data) return []
  return declines.flatMap(({ indicator, now, base }) => {
    const stated = observations.find(({ observation }) => observation.id === indicator)
    const months = data.enforcement.filter((month) => month[now] !== null && month[base])
    if (!stated || stated.observation.value === null) return []
    if (months.length < 2 || months.length < data.enforcement.length) return []
    const share =
      1 - sum(months, (month) => month[now] ?? 0) / sum(months, (month) => month[base] ?? 0)
    const places = String(stated.observation.value).split('.')[1]?.length ?? 0
    const counted = Number((share * 100).toFixed(places))
    if (counted === stated.observation.value) return []
    return problemAt(document, ['enforcement'], {
      found: `按月合计得出的降幅 ${counted}%`,
      expected: `${stated.observation.value}%（指标 ${indicator}，${stated.document.file} 第 ${lineOf(stated.document, stated.path)} 行起）`,
      hint: '核对各月与基期同月的数，或更正指标',
    })
  })
}
