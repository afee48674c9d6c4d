import { problemAt, valueAt } from '../documents/document.ts'
import type { Problem } from '../documents/problem.ts'
import { correctedWords } from '../facts/corrections.ts'
import { type Correction, correctionSchema } from '../schemas/corrections.ts'
import type { Observation } from '../schemas/observation.ts'
import { type Released, type ReleasedNumber, releasedSchema } from '../schemas/released.ts'
import type { WrittenObservation } from '../sets/define.ts'
import type { Registers } from './registers.ts'

/** The numbers of an edition as a release publishes them. */
export const releasedNumbers = (indicators: readonly Observation[]): Released['indicators'] =>
  indicators.map((each) => ({
    id: each.id,
    wording: correctedWords(each, 'value'),
    value: each.value,
    unit: each.unit,
    period: each.period,
    status: each.status,
  }))

/** The corrections of an edition that are valid on their own, and how many there are in all. */
function writtenCorrections(registers: Registers): { corrections: Correction[]; count: number } {
  const value = registers.byName.get('corrections')?.document.value
  const all: unknown[] = Array.isArray(value) ? value : []
  const corrections = all.flatMap((each) => correctionSchema.safeParse(each).data ?? [])
  return { corrections, count: all.length }
}

/** What differs between a number and its released state, with the field to point at. */
function changesOf(then: ReleasedNumber, now: Observation) {
  const wording = correctedWords(now, 'value')
  const at =
    then.value !== now.value
      ? ['value']
      : then.unit !== now.unit
        ? ['unit']
        : then.status !== now.status
          ? ['status']
          : ['qualifier']
  const period = correctedWords(now, 'period')
  return [
    ...(then.wording === wording
      ? []
      : [{ field: 'value' as const, at, old: then.wording, now: wording }]),
    // A period that was not stated before is new, not corrected.
    ...(then.period === null || then.period === now.period
      ? []
      : [{ field: 'period' as const, at: ['period'], old: then.period, now: period }]),
  ]
}

/**
 * Published numbers that differ from what the last release published, or are gone, without a recorded correction. What
 * was not published then may be published now; nothing is compared before the first release.
 */
export function checkReleased(
  registers: Registers,
  observations: readonly WrittenObservation[],
): Problem[] {
  const { data: released } = releasedSchema.safeParse(
    registers.byName.get('released')?.document.value,
  )
  const document = registers.byName.get('indicators')?.document
  if (!released || !document) return []
  const { corrections, count } = writtenCorrections(registers)
  const folder = `data/${registers.year}`
  const written = Array.isArray(document.value) ? document.value : []
  const isThere = (id: string) => written.some((_, index) => valueAt(written, [index, 'id']) === id)
  return released.indicators.flatMap((then) => {
    if (then.value === null) return []
    if (!isThere(then.id))
      return problemAt(document, [], {
        found: `少了指标 ${then.id}，它已随 ${released.version} 发布为“${then.wording}”`,
        expected: '已发布的指标都在',
        hint: `放回这一条；确实要撤下这个数，就把 value 写成 null、status 写成 undisclosed，并在 ${folder}/corrections.json 里添一条更正，从“${then.wording}”改为“未公布”`,
      })
    const own = observations.find(({ observation }) => observation.id === then.id)
    if (!own) return []
    // A number that is neither there nor 未公布 cannot be worded; another check reports it.
    const { value, status } = own.observation
    if (value === null && (status === 'reported' || status === 'estimated')) return []
    return changesOf(then, own.observation).flatMap(({ field, at, old, now }) => {
      const isCorrected = corrections.some(
        (each) => each.indicator === then.id && each.field === field && each.old === old,
      )
      if (isCorrected) return []
      const correction = {
        id: `correction-${count + 1}`,
        indicator: then.id,
        field,
        old,
        new: now,
        date: '更正的日期，例如 2026-12-01',
        reason: '为什么改',
      }
      return problemAt(document, [...own.path, ...at], {
        found: `${then.id} 已随 ${released.version} 发布为“${old}”，现在是“${now}”`,
        expected: `“${old}”，或有一条更正`,
        hint: `不是更正，就改回去；是更正，在 ${folder}/corrections.json 的方括号里添 ${JSON.stringify(correction)}，并写明 date 和 reason`,
      })
    })
  })
}
