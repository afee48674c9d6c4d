import type { Observation, Qualifier } from '../schemas/observation.ts'
import { numeralValue } from './numeral.ts'

/** A numeral as a source writes it, cut where its 余 stands: 10 and 万 in 10余万, 10万 and nothing in 10万余. */
export interface WrittenNumber {
  number: string
  scale: string
}

/** A figure as a source's own words give it. */
export interface SourceFigure {
  value: number
  written: WrittenNumber
  numerals: Qualifier['numerals']
  /** `other` when the words limit the number in a way that no qualifier records (约、超、以上…). */
  bound: Qualifier['bound'] | 'other'
  verb: Qualifier['verb']
  scope: Qualifier['scope']
  /** What follows the number, widths folded. */
  after: string
}

const figure =
  /(达到|达)?(近|将近|约|超过|超|逾|不足|上)?(\d+(?:,\d+)*(?:\.\d+)?|[〇零一二两三四五六七八九十百千万亿]+)(余|多|来|几)?([万亿])?(余|多)?/g
const scopeWord = /累计|连续|单日最高/g
/** “五位一体” names parts that make one whole: what follows the numeral is no unit, and the parts are counted. */
const wholeOfParts = { phrase: '位一体', unit: '个部分' } as const
/** What may stand between a whole unit and the end of a phrase without making the unit another one. */
const longerUnit = /^(?:次|\(次\))/
const limited = /^(?:左右|上下|以上|以下|以内|不到)/

function readBound(before: string | undefined, after: string): SourceFigure['bound'] {
  if (after && before) return 'other'
  if (after) return after === '余' ? 'over' : 'other'
  if (before) return before === '近' ? 'near' : 'other'
  return 'exact'
}

/** Every figure in a phrase of a source, in reading order. */
export function readFigures(phrase: string): SourceFigure[] {
  const text = phrase.normalize('NFKC')
  return [...text.matchAll(figure)].flatMap((match) => {
    const [whole, verb, before, digits = '', inner, scale = '', outer] = match
    const value = numeralValue(`${digits}${scale}`)
    if (value === undefined) return []
    const scope = [...text.slice(0, match.index).matchAll(scopeWord)].at(-1)?.[0] ?? null
    return {
      value,
      written: inner ? { number: digits, scale } : { number: `${digits}${scale}`, scale: '' },
      numerals: /\d/.test(digits) ? 'arabic' : 'han',
      bound: readBound(before, `${inner ?? ''}${outer ?? ''}`),
      verb: (verb ?? null) as Qualifier['verb'],
      scope: scope as Qualifier['scope'],
      after: text.slice(match.index + whole.length),
    } satisfies SourceFigure
  })
}

/** One way in which a phrase and an observation differ: the field, what the phrase says, what is recorded. */
export interface Disagreement {
  field: 'value' | 'unit' | keyof Qualifier
  phrase: string
  recorded: string
}

const boundWords = { exact: '没有“余”“近”', over: '“余”', near: '“近”', other: '另一种限定' }
const numeralWords = { arabic: '阿拉伯数字', han: '汉字数字' }

/** What of an observation its source's words are compared with. */
type Recorded = Pick<Observation, 'value' | 'unit' | 'qualifier' | 'source'>

function compare(observed: SourceFigure, observation: Recorded): Disagreement[] {
  const { value, unit, qualifier } = observation
  const foldedUnit = unit.normalize('NFKC')
  const rest = observed.after.slice(foldedUnit.length)
  const unitAgrees = observed.after.startsWith(wholeOfParts.phrase)
    ? foldedUnit === wholeOfParts.unit
    : observed.after.startsWith(foldedUnit) && !longerUnit.test(rest)
  const bound = limited.test(rest) ? 'other' : observed.bound
  const none = '没有'
  const differences: (Disagreement | false)[] = [
    observed.value !== value && {
      field: 'value',
      phrase: String(observed.value),
      recorded: String(value),
    },
    !unitAgrees && { field: 'unit', phrase: observed.after.slice(0, 6) || none, recorded: unit },
    bound !== qualifier.bound && {
      field: 'bound',
      phrase: boundWords[bound],
      recorded: boundWords[qualifier.bound],
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

/** The figures of the source phrase with their differences, the one that differs least first. */
function comparisons(observation: Recorded) {
  return readFigures(observation.source.phrase)
    .map((observed) => ({
      written: observed.written,
      differences: compare(observed, observation),
    }))
    .sort((a, b) => a.differences.length - b.differences.length)
}

/**
 * How an observation differs from the figure in its source phrase: empty when they agree,
 * undefined when the phrase holds no figure. Of several figures the one that differs least is meant.
 */
export function disagreements(observation: Recorded): Disagreement[] | undefined {
  return comparisons(observation)[0]?.differences
}

const ofNumber: readonly Disagreement['field'][] = ['value', 'unit', 'bound', 'numerals']

/** The numeral of an observation as its source phrase writes it, undefined when the phrase does not hold it. */
export function writtenNumber(observation: Recorded): WrittenNumber | undefined {
  return comparisons(observation).find(
    ({ differences }) => !differences.some(({ field }) => ofNumber.includes(field)),
  )?.written
}
