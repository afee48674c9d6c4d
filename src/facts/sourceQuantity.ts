import { allBoundWords, wordsAt } from '../schemas/bound.ts'
import type { Qualifier } from '../schemas/observation.ts'
import { parseNumeral } from './parseNumeral.ts'

/** A numeral as a source writes it, split at its 余: 10 and 万 in 10余万, 10万 and nothing in 10万余. */
export interface WrittenNumber {
  number: string
  scale: string
}

/** A quantity as stated in a source's own words. */
export interface SourceQuantity {
  value: number
  written: WrittenNumber
  numerals: Qualifier['numerals']
  /** `other` if the number has a limit that no qualifier can record (来、几), or more than one. */
  bound: Qualifier['bound'] | 'other'
  /** The word of that limit. */
  word: string | null
  verb: Qualifier['verb']
  scope: Qualifier['scope']
  /** The words before the number, its verb and its limit; widths folded. */
  before: string
  /** The verb and the limit before the number. */
  lead: string
  /** The words after the number; widths folded. */
  after: string
}

/** Words that end in a limiting character but limit nothing: 最近、附近、节约、预约. */
export const harmless = '(?<![最附贴亲走靠邻临拉新][近])(?<![节制契预公条签][约])'
const figure = new RegExp(
  `((?<!(?<!最)高)(?:达到|达))?((?<![不未没]|没有)(?:${wordsAt('before').join('|')})${harmless})?` +
    '(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|[〇零一二两三四五六七八九十百千万亿]+)' +
    '(余|多|来|几)?([十百千万亿]*)(余|多)?',
  'g',
)
/** Words that state which sum or moment a number belongs to. */
export const scopeWord =
  /累计|连续|单日最高|总共|一共|总计|合计|共计|(?<![公中])共(?!同|产|建|享|和|青|识|商|治|赢|振|鸣|用|需|管|处|绘|创|富|性|筹|谋|话)/g
/** “五位一体” names the parts of a whole: the numeral counts the parts, and 位 is not a unit. */
export const wholeOfParts = { phrase: '位一体', unit: '个部分' } as const
/** What may follow a complete unit at the end of a phrase without changing the unit. */
const longerUnit = /^(?:次|\(次\))/

/** Text prepared for comparison: widths folded, without the spaces that typesetting puts around numbers. */
export const foldWidths = (text: string) =>
  text.normalize('NFKC').replace(/(?<![\dA-Za-z])\s+|\s+(?![\dA-Za-z])/g, '')

/** The bound that the limiting words of a number express together. */
function readBound(words: readonly string[]): Pick<SourceQuantity, 'bound' | 'word'> {
  const [word, another] = words
  if (word === undefined) return { bound: 'exact', word: null }
  const bound = another ? undefined : allBoundWords.find((each) => each.word === word)?.bound
  return { bound: bound ?? 'other', word: words.join('…') }
}

/** Every quantity in a phrase of a source, in reading order. */
export function parseSourceQuantities(phrase: string): SourceQuantity[] {
  const text = foldWidths(phrase)
  return [...text.matchAll(figure)].flatMap((match) => {
    const [whole, verb = '', limit = '', digits = '', inner, scale = '', outer] = match
    const value = parseNumeral(`${digits}${scale}`)
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
    } satisfies SourceQuantity
  })
}

/** A quantity parsed beyond its unit, where its limit may stand too. */
type ReadOn = Pick<SourceQuantity, 'bound' | 'word'> & { rest: string }

/** Parses beyond the unit of a quantity; undefined if another unit, or none, follows the number. */
export function takeUnit({ after, bound, word }: SourceQuantity, unit: string): ReadOn | undefined {
  const isWhole = after.startsWith(wholeOfParts.phrase)
  if (isWhole && unit !== wholeOfParts.unit) return undefined
  const counted = isWhole ? wholeOfParts.phrase : foldWidths(unit)
  const rest = after.slice(counted.length)
  if (!after.startsWith(counted) || longerUnit.test(rest)) return undefined
  const trailing = wordsAt('after').find((each) => rest.startsWith(each))
  if (!trailing) return { bound, word, rest }
  const words = [word, trailing].filter((each) => each !== null)
  return { ...readBound(words), rest: rest.slice(trailing.length) }
}

/** Whether a number is part of a name in quotation marks, or is a note mark. */
export function isQuoted({ before, after }: SourceQuantity): boolean {
  const isNote = /[[〔(]$/.test(before) && /^[\]〕)]/.test(after)
  return isNote || /[“「『‘《][^”」』’》]*$/.test(before) || /^[^“「『‘《]*[”」』’》]/.test(after)
}
