import type { Observation } from '../schemas/observation.ts'
import { statusLabel } from '../schemas/undisclosed.ts'
import { formatBound } from './boundWord.ts'
import { definitionOf } from './definition.ts'
import { formatArabicNumeral } from './formatNumeral.ts'
import { hasValue } from './indicator.ts'

/** What of an observation decides whether another may be set against it. */
export type Comparable = Pick<
  Observation,
  'id' | 'value' | 'unit' | 'qualifier' | 'period' | 'status' | 'definitionId' | 'source'
>

/** An observation in the edition of its year. */
export interface Stated<Of extends Comparable = Comparable> {
  year: number
  observation: Of
}

/** How a later observation stands to an earlier one, by how much where both are exact; or, in Chinese, why nobody can say. */
export type YearComparison =
  | { change: 'more' | 'fewer' | 'same'; difference?: number }
  | { reason: string }

/** What the words before a number make of it: 共 only says that it is the whole. */
function kindOf({ qualifier: { scope } }: Comparable): '累计' | '连续' | '单日最高' | null {
  return scope === '累计' || scope === '连续' || scope === '单日最高' ? scope : null
}

/** A period that is as long in any year: whole years, halves, quarters, months, days, or up to the end of one. */
const calendar = /^(?:截至)?[\d年月日至到前上下半第季度底末一二三四全—-]+$/

/** The years that a period names, and the period with each as how many years after the first. */
function placeInTime(period: string): { years: string[]; shape: string } {
  const years = period.match(/\d{4}(?=年)/g) ?? []
  const first = Number(years[0])
  const shape = period.replace(/\d{4}(?=年)/g, (year) => `+${Number(year) - first}`)
  return { years, shape }
}

function periodReason(earlier: string | null, later: string | null): string | undefined {
  if (earlier === null || later === null) return '没有都写明期间'
  const [one, other] = [placeInTime(earlier), placeInTime(later)]
  if (one.years.length === 0 || other.years.length === 0) return '没有都写明是哪一年'
  if (earlier === later) return '说的是同一个期间'
  const isSure = one.shape === other.shape && calendar.test(earlier)
  return isSure ? undefined : '期间的长短不一定相同'
}

/** The values that an observation may stand for, from `low` to `high`; an end that is open is not among them. */
interface Range {
  low: number
  high: number
  isOpen: boolean
}

function rangeOf({ value, qualifier, status }: Comparable & { value: number }): Range {
  const any = { low: 0, high: Number.POSITIVE_INFINITY, isOpen: false }
  if (status === 'estimated') return any
  switch (qualifier.bound) {
    case 'exact':
      return { low: value, high: value, isOpen: false }
    case 'over':
      return { ...any, low: value, isOpen: formatBound(qualifier) !== '以上' }
    case 'at-least':
      return { ...any, low: value }
    case 'near':
      return { ...any, high: value, isOpen: true }
    case 'about':
      return any
  }
}

/** Whether every value of a range is above every value of another. */
const isAbove = (one: Range, other: Range) =>
  one.low > other.high || (one.low === other.high && (one.isOpen || other.isOpen))

/** The decimals a number is printed with. */
const decimalsOf = (value: number) => String(value).split('.')[1]?.length ?? 0

/** A difference with no more decimals than the numbers it is of: 0.1 + 0.2 is not 0.3 to a machine. */
function subtract(one: number, other: number): number {
  const decimals = Math.max(decimalsOf(one), decimalsOf(other))
  return Number((one - other).toFixed(Math.min(20, decimals)))
}

// 未公布 is said once, where the number itself stands.
const hiddenReason = ({ year, observation: { status } }: Stated) =>
  `${year}年版的数${status === 'not-applicable' ? statusLabel[status] : '没有刊载'}`

/**
 * How the later of two observations of an indicator stands to the earlier. They can be compared only where definition,
 * unit, scope and the length of their periods are the same, and what their qualifiers leave open does not overlap.
 */
export function compareObservations(earlier: Stated, later: Stated): YearComparison {
  const [one, other] = [earlier.observation, later.observation]
  if (!hasValue(one)) return { reason: hiddenReason(earlier) }
  if (!hasValue(other)) return { reason: hiddenReason(later) }
  if (definitionOf(one, earlier.year) !== definitionOf(other, later.year))
    return { reason: '定义不同' }
  if (one.unit !== other.unit) return { reason: `单位不同，“${one.unit}”与“${other.unit}”` }
  const kinds = [kindOf(one), kindOf(other)]
  if (kinds[0] !== kinds[1]) return { reason: `不都是“${kinds[0] ?? kinds[1]}”的数` }
  const reason = periodReason(one.period, other.period)
  if (reason) return { reason }
  const [before, after] = [rangeOf(one), rangeOf(other)]
  // 近0 leaves no room, and yet is no exact number.
  const areExact = [before, after].every(({ low, high, isOpen }) => low === high && !isOpen)
  const canSubtract = areExact && kinds[0] !== '累计'
  const difference = canSubtract ? { difference: Math.abs(subtract(other.value, one.value)) } : {}
  if (isAbove(after, before)) return { change: 'more', ...difference }
  if (isAbove(before, after)) return { change: 'fewer', ...difference }
  if (areExact) return { change: 'same', ...difference }
  const open = [one, other].flatMap(({ qualifier, status }) =>
    status === 'estimated' ? [statusLabel.estimated] : (formatBound(qualifier) ?? []),
  )
  const words = [...new Set(open)].map((word) => `“${word}”`).join('')
  return { reason: `带${words}的数，分不出多少` }
}

/** A comparison in words: 比2098年版多2场, with no number where none can be told; else why there is none. */
export function formatComparison(
  comparison: YearComparison,
  earlier: Stated,
  later: Stated,
): string {
  const than = `${earlier.year}年版`
  if ('reason' in comparison) return `不与${than}相比：${comparison.reason}`
  const { change, difference } = comparison
  if (change === 'same') return `与${than}相同`
  const said = `比${than}${change === 'more' ? '多' : '少'}`
  if (difference === undefined) return said
  const { unit } = later.observation
  return said + formatArabicNumeral(difference) + (unit === '%' ? '个百分点' : unit)
}
