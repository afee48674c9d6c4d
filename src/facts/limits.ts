import {
  anywhere,
  boundary,
  bracketed,
  condition,
  decreases,
  digit,
  earlierBound,
  han,
  increases,
  type LimitKind,
  last,
  otherBound,
  partOfTime,
  parts,
  periods,
  reaching,
  touching,
  trailing,
} from './limitPatterns.ts'

/** A word that limits a number, or that is not in the list of words that limit nothing. */
export interface Limit {
  kind: LimitKind
  word: string
}

/** Words known to limit no number, by the side of the number on which they stand. */
export interface PlainWords {
  before: readonly string[]
  after: readonly string[]
}

/** A number in a phrase, with the words around it; widths folded, no spaces. */
export interface Surrounded {
  /** The words before the number and before its recorded verb and limit. */
  before: string
  /** The recorded verb and limit before the number. */
  lead: string
  /** The numeral, without 余 or 多. */
  numeral: string
  unit: string
  /** The words after the unit and after the recorded limit. */
  after: string
  /** Whether it is part of a name in quotation marks. */
  isName: boolean
}

/** What an observation says beside its number, which may cover a word of the phrase. */
export interface RecordedLimits {
  /** Label and definition. */
  words: string
  period: string | null
}

const limitOf = (kind: LimitKind, word: string | undefined): Limit[] =>
  word ? [{ kind, word }] : []

/**
 * The text after the last punctuation mark that ends a clause; the words before a list of numbers belong to each of
 * them.
 */
const lastClause = (text: string) =>
  (/[\d%‰点人件个次项]、$/.test(text) ? text.slice(0, -1) : text)
    .split(/[,，。;；、!！?？:：]/)
    .at(-1) ?? ''

function numeralLimits({ before, numeral, unit, isName }: Surrounded): Limit[] {
  const isHan = han.test(numeral)
  return [
    // 三四个 parses as 34: two digits side by side are a range.
    ...limitOf(
      'range',
      /^[一二两三四五六七八九]{2,3}(?![〇零一二三四五六七八九])/.exec(numeral)?.[0],
    ),
    ...limitOf('range', /[十百千][一二三四五六七八九]{2}/.exec(numeral)?.[0]),
    ...limitOf('range', new RegExp(`${digit}\\S{0,3}(?:[-—–~～]+|至|到)$`).exec(before)?.[0]),
    ...limitOf('fraction', parts.test(unit[0] ?? '') ? unit : undefined),
    ...limitOf('fraction', /^分之/.exec(unit)?.[0]),
    // 百家、千家、百十家 do not state a number.
    ...limitOf(
      'vague',
      isHan ? /^[百千万亿]|^百[一二三四五六七八九]?十/.exec(numeral)?.[0] : undefined,
    ),
    ...limitOf('vague', isHan ? /(?:[数几上成以])$/.exec(before)?.[0] : /几$/.exec(before)?.[0]),
    ...limitOf('name', isName ? `${numeral}${unit}` : undefined),
    ...limitOf('name', /^(?:[A-Z]|强|热线)/.exec(unit)?.[0]),
    ...limitOf('bound', /以[上下内]|左右|上下|^[余多]/.exec(unit)?.[0]),
    ...limitOf('name', /\d/.exec(unit) ? unit : undefined),
    ...limitOf('date', /^(?:月|(?:日|号|点|时|号线)$)/.exec(unit)?.[0]),
    ...limitOf('period', /^年[来间]/.exec(unit)?.[0]),
    ...limitOf(
      'date',
      unit === '年' && /^(?:19|20)\d\d$/.test(numeral) ? `${numeral}年` : undefined,
    ),
    ...limitOf('rank', unit.startsWith('届') ? `${numeral}届` : undefined),
    ...limitOf('rank', unit.startsWith('次') ? /届$/.exec(before)?.[0] : undefined),
  ]
}

const unbracketed = (text: string) => text.replace(/[()（）]/g, '')
/** Words about time in a phrase that the period lacks. */
function untold(before: string, period: string | null): string | undefined {
  if (period === null) return periods.exec(before)?.[0]
  const said = [...before.matchAll(partOfTime)].map(([word]) => word)
  return said.find((word) => !period.normalize('NFKC').includes(word))
}

function surroundingLimits(
  { before, lead, after }: Surrounded,
  { words, period }: RecordedLimits,
): Limit[] {
  const near = lastClause(before) + lead
  // （约）12次 and 12次（左右） mean 约12次 and 12次左右.
  const found = [
    ...touching.flatMap(([kind, pattern]) => limitOf(kind, pattern.exec(unbracketed(before))?.[0])),
    ...trailing.flatMap(([kind, pattern]) => limitOf(kind, pattern.exec(unbracketed(after))?.[0])),
    ...limitOf('bound', bracketed.exec(after)?.[1]),
  ]
  const further = (text: string, [kind, pattern, told]: (typeof reaching)[number]) =>
    told?.test(words) ? [] : limitOf(kind, pattern.exec(text)?.[0])
  const clause = lastClause(before)
  const conditions = (condition.exec(`${clause}\uFFFC${after}`) ?? otherBound.exec(clause))?.[0]
  return [
    ...found,
    ...reaching.flatMap((each) => further(near, each)),
    ...anywhere.flatMap((each) => further(`${before}${lead}\uFFFC${after}`, each)),
    ...limitOf('condition', conditions && !words.includes(conditions) ? conditions : undefined),
    ...limitOf('bound', earlierBound.exec(clause)?.[0]),
    ...limitOf('period', untold(before, period)),
  ]
}

/** Whether the two characters next to a number also stand in the words of its observation. */
const isTold = (piece: string, words: string) => piece.length === 2 && words.includes(piece)

function unknownWords(
  { before, after }: Surrounded,
  { words }: RecordedLimits,
  plain: PlainWords,
): Limit[] {
  const opensClear =
    before === '' ||
    last(boundary).test(before) ||
    // One that the label does not mention was reported above.
    last(`${increases}|${decreases}`).test(before) ||
    plain.before.some((word) => before.endsWith(word)) ||
    isTold(before.slice(-2), words)
  const endsClear =
    after === '' ||
    new RegExp(`^${boundary}`).test(after) ||
    plain.after.some((word) => after.startsWith(word)) ||
    isTold(after.slice(0, 2), words)
  return [
    ...limitOf('unknown-before', opensClear ? undefined : lastClause(before).slice(-4)),
    ...limitOf('unknown-after', endsClear ? undefined : after.slice(0, 4)),
  ]
}

/**
 * What limits a number in its phrase beyond what is recorded with it. Empty only if all words next to the number are
 * known to limit nothing, and nothing in its clause limits it; an unknown word is itself reported.
 */
export function limitsOf(surrounded: Surrounded, told: RecordedLimits, plain: PlainWords): Limit[] {
  const found = [...numeralLimits(surrounded), ...surroundingLimits(surrounded, told)].filter(
    ({ word }, index, all) =>
      !all.some((other, at) => other.word.includes(word) && (other.word !== word || at < index)),
  )
  return found.length > 0 ? found : unknownWords(surrounded, told, plain)
}
