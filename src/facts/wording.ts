import type { WordPlace } from '../schemas/bound.ts'
import type { Observation } from '../schemas/observation.ts'
import { statusLabel, undisclosed } from '../schemas/undisclosed.ts'
import { formatBound, limitPlace } from './boundWord.ts'
import { writtenNumber } from './comparePhrase.ts'
import { formatArabicNumeral, formatHanNumeral } from './formatNumeral.ts'

/** One part of a worded quantity: number, unit, or a qualifier that the page sets apart. */
export interface QuantityPart {
  text: string
  role: 'number' | 'unit' | 'qualifier'
}

export { undisclosed }

type Worded = Pick<Observation, 'id' | 'value' | 'unit' | 'qualifier' | 'status'> &
  Partial<Pick<Observation, 'source'>>

/**
 * The parts of an observation's wording, in reading order (单日最高·达·10万·人次). The numeral is the source's own (两, 1.2万,
 * 10余万) if its phrase holds the value and its limit. A verb is included only together with another qualifier; before a
 * bare number it belongs to the sentence.
 */
export function quantityParts(observation: Worded): QuantityPart[] {
  const { value, unit, qualifier, status, source } = observation
  if (status === 'undisclosed' || status === 'not-applicable') {
    return [{ text: statusLabel[status], role: 'qualifier' }]
  }
  if (value === null) throw new Error(`指标 ${observation.id} 没有数值，却不是“未公布”`)
  const stacks = qualifier.bound !== 'exact' || qualifier.scope !== null
  const { number, scale } = (source && writtenNumber({ value, unit, qualifier, source })) ?? {
    number: qualifier.numerals === 'han' ? formatHanNumeral(value) : formatArabicNumeral(value),
    scale: '',
  }
  const word = formatBound(qualifier)
  const limit = (place: WordPlace) =>
    word !== null && limitPlace(word) === place && ({ text: word, role: 'qualifier' } as const)
  const parts: (QuantityPart | false | null)[] = [
    status === 'estimated' && { text: '估算', role: 'qualifier' },
    qualifier.scope !== null && { text: qualifier.scope, role: 'qualifier' },
    stacks && qualifier.verb !== null && { text: qualifier.verb, role: 'qualifier' },
    limit('before'),
    { text: number, role: 'number' },
    limit('inside'),
    scale !== '' && { text: scale, role: 'number' },
    { text: unit, role: 'unit' },
    limit('after'),
  ]
  return parts.filter((part): part is QuantityPart => Boolean(part))
}

/** The wording of one observation with unit and qualifier: 12场, 80余个, 近10万人次, 连续六年. */
export function formatQuantity(observation: Worded): string {
  return quantityParts(observation)
    .map((part) => part.text)
    .join('')
}

/** The period in the source's words, or the words for an unpublished one. */
export function formatPeriod(period: string | null): string {
  return period ?? `期间${undisclosed}`
}

/** An ISO date or month in words, without the parts not given: 2025-11-20 → 2025年11月20日. */
export function formatDate(iso: string): string {
  return iso
    .split('-')
    .map((part, index) => `${Number(part)}${'年月日'[index]}`)
    .join('')
}
