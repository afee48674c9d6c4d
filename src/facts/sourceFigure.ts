import { allBoundWords, type BoundWord } from '../schemas/bound.ts'
import type { Observation, Qualifier } from '../schemas/observation.ts'
import { wordOf } from './boundWord.ts'
import { type Limit, limitsOf, type PlainWords } from './limits.ts'
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
  /** `other` when the number has a limit that no qualifier records (来、几), or more than one. */
  bound: Qualifier['bound'] | 'other'
  /** The word of that limit. */
  word: string | null
  verb: Qualifier['verb']
  scope: Qualifier['scope']
  /** What stands before the number, its verb and its limit, widths folded. */
  before: string
  /** The verb and the limit before the number. */
  lead: string
  /** What follows the number, widths folded. */
  after: string
}

const wordsAt = (place: BoundWord['place']) => allBoundWords.filter((each) => each.place === place)
/** Words that end in a limiting word and limit nothing: 最近、附近、节约、预约. */
const harmless = '(?<![最附贴亲走靠邻临拉新][近])(?<![节制契预公条签][约])'
const figure = new RegExp(
  `((?<!(?<!最)高)(?:达到|达))?((?<![不未没]|没有)(?:${wordsAt('before')
    .map(({ word }) => word)
    .join('|')})${harmless})?` +
    '(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|[〇零一二两三四五六七八九十百千万亿]+)' +
    '(余|多|来|几)?([十百千万亿]*)(余|多)?',
  'g',
)
const scopeWord =
  /累计|连续|单日最高|总共|一共|总计|合计|共计|(?<![公中])共(?!同|产|建|享|和|青|识|商|治|赢|振|鸣|用|需|管|处|绘|创|富|性|筹|谋|话)/g
/** “五位一体” names parts that make one whole: what follows the numeral is no unit, and the parts are counted. */
const wholeOfParts = { phrase: '位一体', unit: '个部分' } as const
/** What may stand between a whole unit and the end of a phrase without making the unit another one. */
const longerUnit = /^(?:次|\(次\))/

/** The end of a range of which a number is the beginning. */
const rangeFrom = /^.{0,2}?(?:[-—–~～]+|至|到)[\d一二三四五六七八九十百千]+/

/** Text as it is compared: widths folded, without the spaces that typesetting puts around numbers. */
const fold = (text: string) =>
  text.normalize('NFKC').replace(/(?<![\dA-Za-z])\s+|\s+(?![\dA-Za-z])/g, '')

/** What the limiting words of a number say of it together. */
function readBound(words: readonly string[]): Pick<SourceFigure, 'bound' | 'word'> {
  const [word, another] = words
  if (word === undefined) return { bound: 'exact', word: null }
  const bound = another ? undefined : allBoundWords.find((each) => each.word === word)?.bound
  return { bound: bound ?? 'other', word: words.join('…') }
}

/** Every figure in a phrase of a source, in reading order. */
export function readFigures(phrase: string): SourceFigure[] {
  const text = fold(phrase)
  return [...text.matchAll(figure)].flatMap((match) => {
    const [whole, verb = '', limit = '', digits = '', inner, scale = '', outer] = match
    const value = numeralValue(`${digits}${scale}`)
    if (value === undefined) return []
    const before = text.slice(0, match.index)
    const scope = [...before.matchAll(scopeWord)].at(-1)?.[0] ?? null
    return {
      value,
      written: inner ? { number: digits, scale } : { number: `${digits}${scale}`, scale: '' },
      numerals: /\d/.test(digits) ? 'arabic' : 'han',
      ...readBound([limit, inner ?? '', outer ?? ''].filter(Boolean)),
      verb: (verb || null) as Qualifier['verb'],
      scope: scope as Qualifier['scope'],
      before,
      lead: verb + limit,
      after: text.slice(match.index + whole.length),
    } satisfies SourceFigure
  })
}

/** One way in which a phrase and an observation differ: the field, what the phrase says, what is recorded. */
export interface Disagreement {
  field: 'value' | 'unit' | keyof Qualifier
  phrase: string
  recorded: string
  /** What the phrase says of bound and word, where these differ. */
  limit?: Pick<SourceFigure, 'bound' | 'word'>
}

/** A figure of a phrase compared with an observation: in what they differ, and what else limits the number there. */
export interface Comparison {
  differences: Disagreement[]
  limits: Limit[]
}

/** A bound with its word, as a message says it. */
const boundName = (bound: SourceFigure['bound'], word: string | null | undefined) => {
  if (bound === 'exact') return 'exact'
  return bound === 'other' ? `另一种限定“${word}”` : `${bound}，“${word}”`
}
const numeralWords = { arabic: '阿拉伯数字', han: '汉字数字' }

/** What of an observation its source's words are compared with. */
type Recorded = Pick<Observation, 'value' | 'unit' | 'qualifier' | 'source'>

/** A figure read on past its unit, where its limit may stand too. */
type ReadOn = Pick<SourceFigure, 'bound' | 'word'> & { rest: string }

/** Reads on past the unit of a figure; undefined when another unit, or none, follows the number. */
function readOn({ after, bound, word }: SourceFigure, unit: string): ReadOn | undefined {
  const isWhole = after.startsWith(wholeOfParts.phrase)
  if (isWhole && unit !== wholeOfParts.unit) return undefined
  const counted = isWhole ? wholeOfParts.phrase : fold(unit)
  const rest = after.slice(counted.length)
  if (!after.startsWith(counted) || longerUnit.test(rest)) return undefined
  const trailing = wordsAt('after').find((each) => rest.startsWith(each.word))?.word
  if (!trailing) return { bound, word, rest }
  const words = [word, trailing].filter((each) => each !== null)
  return { ...readBound(words), rest: rest.slice(trailing.length) }
}

/** Whether a figure stands inside quotation marks, where it belongs to a name. */
function isQuoted({ before, after }: SourceFigure): boolean {
  return /[“「『‘《][^”」』’》]*$/.test(before) || /^[^“「『‘《]*[”」』’》]/.test(after)
}

function compare(observed: SourceFigure, observation: Recorded): Disagreement[] {
  const { value, unit, qualifier } = observation
  const none = '没有'
  const read = readOn(observed, unit)
  const { bound, word } = read ?? observed
  const recordedWord = wordOf(qualifier)
  const differences: (Disagreement | false)[] = [
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

/** The figures of the source phrase with their differences, the one that differs least first. */
function comparisons(observation: Recorded) {
  return readFigures(observation.source.phrase)
    .map((observed) => ({ observed, differences: compare(observed, observation) }))
    .sort((a, b) => a.differences.length - b.differences.length)
}

/**
 * How an observation differs from the figure in its source phrase, and what limits the number there that the
 * observation does not record: both empty when they agree, undefined when the phrase holds no figure. Of several
 * figures the one that differs least is meant.
 */
export function compareWithPhrase(
  observation: Recorded & Pick<Observation, 'label' | 'definition' | 'period'>,
  plain: PlainWords,
): Comparison | undefined {
  const [found] = comparisons(observation)
  if (!found) return undefined
  const { observed, differences } = found
  const read = readOn(observed, observation.unit)
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
  const words = fold(`${observation.label}\n${observation.definition}`)
  const { period } = observation
  const scopes =
    before
      .split(/[,，。;；]/)
      .at(-1)
      ?.match(scopeWord) ?? []
  const lost = scopes.slice(0, -1).map((word): Limit => ({ kind: 'total', word }))
  return { differences, limits: [...lost, ...limitsOf(surrounded, { words, period }, plain)] }
}

const ofNumber: readonly Disagreement['field'][] = ['value', 'unit', 'bound', 'word', 'numerals']

/** The numeral of an observation as its source phrase writes it, undefined when the phrase does not hold it. */
export function writtenNumber(observation: Recorded): WrittenNumber | undefined {
  return comparisons(observation).find(
    ({ differences }) => !differences.some(({ field }) => ofNumber.includes(field)),
  )?.observed.written
}
