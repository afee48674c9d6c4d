import type { Observation, Qualifier } from '../schemas/observation.ts'
import { formatBound } from './boundWord.ts'
import { type Limit, limitsOf, type PlainWords } from './limits.ts'
import { meantPhrase } from './source.ts'
import {
  foldWidths,
  isQuoted,
  parseSourceQuantities,
  type SourceQuantity,
  scopeWord,
  takeUnit,
  type WrittenNumber,
  wholeOfParts,
} from './sourceQuantity.ts'

/** The rest of a range, after the number that begins it. */
const rangeFrom = /^.{0,2}?(?:[-—–~～]+|至|到)[\d一二三四五六七八九十百千]+/

/** One difference between a phrase and an observation: the field, what the phrase says, what is recorded. */
export interface PhraseMismatch {
  field: 'value' | 'unit' | keyof Qualifier
  phrase: string
  recorded: string
  /** What the phrase says of bound and word, if these differ. */
  limit?: Pick<SourceQuantity, 'bound' | 'word'>
}

/**
 * A number in a phrase compared with an observation: their differences, and what else limits the number in the phrase.
 */
export interface Comparison {
  differences: PhraseMismatch[]
  limits: Limit[]
}

/** A bound with its word, as a message says it. */
const boundName = (bound: SourceQuantity['bound'], word: string | null | undefined) => {
  if (bound === 'exact') return 'exact'
  return bound === 'other' ? `另一种限定“${word}”` : `${bound}，“${word}”`
}
const numeralWords = { arabic: '阿拉伯数字', han: '汉字数字' }

/** The parts of an observation that are compared with the words of its source. */
type Recorded = Pick<Observation, 'value' | 'unit' | 'qualifier' | 'source'>

function compare(observed: SourceQuantity, observation: Recorded): PhraseMismatch[] {
  const { value, unit, qualifier } = observation
  const none = '没有'
  const read = takeUnit(observed, unit)
  const { bound, word } = read ?? observed
  const recordedWord = formatBound(qualifier)
  const differences: (PhraseMismatch | false)[] = [
    observed.value !== value && {
      field: 'value',
      phrase: String(observed.value),
      recorded: String(value),
    },
    !read && {
      field: 'unit',
      phrase: observed.after.slice(0, 6) || none,
      recorded: unit,
    },
    bound !== qualifier.bound && {
      field: 'bound',
      phrase: boundName(bound, word),
      recorded: boundName(qualifier.bound, recordedWord),
      limit: { bound, word },
    },
    bound === qualifier.bound &&
      word !== recordedWord && {
        field: 'word',
        phrase: word ?? none,
        recorded: recordedWord ?? none,
        limit: { bound, word },
      },
    observed.verb !== qualifier.verb && {
      field: 'verb',
      phrase: observed.verb ?? none,
      recorded: qualifier.verb ?? none,
    },
    observed.scope !== qualifier.scope && {
      field: 'scope',
      phrase: observed.scope ?? none,
      recorded: qualifier.scope ?? none,
    },
    observed.numerals !== qualifier.numerals && {
      field: 'numerals',
      phrase: numeralWords[observed.numerals],
      recorded: numeralWords[qualifier.numerals],
    },
  ]
  return differences.filter((difference) => difference !== false)
}

/** The numbers in the source phrase with their differences, the one with the fewest first. */
function comparisons(observation: Recorded) {
  const { source } = observation
  return (source ? parseSourceQuantities(meantPhrase(source)) : [])
    .map((observed) => ({ observed, differences: compare(observed, observation) }))
    .sort((a, b) => a.differences.length - b.differences.length)
}

/**
 * How an observation differs from the number in its source phrase, and what limits that number without being recorded.
 * Both are empty if they agree; undefined if the phrase holds no number. If there are several numbers, the one with the
 * fewest differences counts.
 */
export function compareWithPhrase(
  observation: Recorded & Pick<Observation, 'label' | 'definition' | 'period'>,
  plain: PlainWords,
): Comparison | undefined {
  const [found] = comparisons(observation)
  if (!found) return undefined
  const { observed, differences } = found
  const read = takeUnit(observed, observation.unit)
  if (observed.value !== observation.value) return { differences, limits: [] }
  const range = rangeFrom.exec(observed.after)?.[0]
  if (range) return { differences: [], limits: [{ kind: 'range', word: range }] }
  if (!read) return { differences, limits: [] }
  const { before, lead, scope, written } = observed
  const scoped = scope !== null && before.endsWith(scope) ? scope : ''
  const surrounded = {
    before: before.slice(0, before.length - scoped.length),
    lead: scoped + lead,
    numeral: `${written.number}${written.scale}`,
    unit: observation.unit.normalize('NFKC'),
    after: read.rest,
    isName: !observed.after.startsWith(wholeOfParts.phrase) && isQuoted(observed),
  }
  const words = foldWidths(`${observation.label}\n${observation.definition}`)
  const { period } = observation
  const scopes =
    before
      .split(/[,，。;；]/)
      .at(-1)
      ?.match(scopeWord) ?? []
  const lost = scopes.slice(0, -1).map((word): Limit => ({ kind: 'total', word }))
  return { differences, limits: [...lost, ...limitsOf(surrounded, { words, period }, plain)] }
}

const ofNumber: readonly PhraseMismatch['field'][] = ['value', 'unit', 'bound', 'word', 'numerals']

/** The numeral of an observation as its source phrase writes it; undefined if it is not in the phrase. */
export function writtenNumber(observation: Recorded): WrittenNumber | undefined {
  return comparisons(observation).find(
    ({ differences }) => !differences.some(({ field }) => ofNumber.includes(field)),
  )?.observed.written
}
