import type { Problem } from '../documents/problem.ts'
import { innerQuotes, quoteAround } from '../documents/quote.ts'
import { type FoundQuantity, findQuantities, maskPhrases } from '../facts/quantity.ts'
import { formatQuantity } from '../facts/wording.ts'
import type { Observation } from '../schemas/observation.ts'
import type { Passage, PassageKind } from './passage.ts'

const binding: Record<PassageKind, { expected: string; reference(id: string): string }> = {
  prose: {
    expected: '由指标引用的数，写作 <Fact id="…" />，时间写作 <When id="…" />',
    reference: (id) => `<Fact id="${id}" />`,
  },
  copy: {
    expected: '由指标引用的数，写作 {指标编号}，时间写作 {when:编号}',
    reference: (id) => `{${id}}`,
  },
  source: {
    expected: '由记录得出的数，不在代码里手写',
    reference: (id) => `指标 ${id}`,
  },
}

/** The rules for the words of an edition. */
export interface WordRules {
  allowed: readonly string[]
  indicators: readonly Observation[]
}

function advise(passage: Passage, index: number, { indicators }: WordRules): string {
  const from = (indicator: Observation) => {
    const start = passage.text.indexOf(formatQuantity(indicator), Math.max(0, index - 6))
    return start >= 0 && start <= index
  }
  const meant = indicators.filter((indicator) => indicator.value !== null && from(indicator))
  if (meant.length > 0) {
    const { reference } = binding[passage.kind]
    return `这里大约是 ${meant.map(({ id }) => reference(id)).join(' 或 ')}`
  }
  return '若它不计数：各版都用的提法加进 data/uncounted-words.json，只在这里的写进 data/allowed-quantities.json 并注明理由'
}

/** The quantities of each passage beside the phrases that were allowed: few passages change between two checks. */
const foundBefore = new WeakMap<Passage, { phrases: string; found: FoundQuantity[] }>()

/** Quantities typed by hand: digits and Chinese numerals outside the allowed phrases. */
export function unboundQuantities(passages: readonly Passage[], rules: WordRules): Problem[] {
  const phrases = rules.allowed.join('\n')
  const quantitiesIn = (passage: Passage) => {
    const before = foundBefore.get(passage)
    if (before?.phrases === phrases) return before.found
    const found = findQuantities(passage.text, rules.allowed)
    foundBefore.set(passage, { phrases, found })
    return found
  }
  return passages.flatMap((passage) =>
    quantitiesIn(passage).map(({ index, text }) => ({
      file: passage.file,
      ...passage.positionOf(index, text.length),
      found: `未绑定的数量“${text}”（${quoteAround(passage.text, index, text.length)}）`,
      expected: binding[passage.kind].expected,
      hint: advise(passage, index, rules),
    })),
  )
}

/** A set phrase and the part of it that must never be written alone. */
export interface ProtectedPhrase {
  phrase: string
  fragment: string
}

function occurrences(text: string, piece: string): number[] {
  const found: number[] = []
  for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + piece.length)) {
    found.push(at)
  }
  return found
}

/** Parts of set phrases that are written without the whole phrase. */
export function brokenPhrases(
  passages: readonly Passage[],
  phrases: readonly ProtectedPhrase[],
): Problem[] {
  return passages.flatMap((passage) =>
    phrases.flatMap(({ phrase, fragment }) =>
      occurrences(maskPhrases(passage.text, [phrase]), fragment).map((index) => ({
        file: passage.file,
        ...passage.positionOf(index, fragment.length),
        found: `不完整的提法（${quoteAround(passage.text, index, fragment.length)}）`,
        expected: `完整的“${innerQuotes(phrase)}”`,
        hint: '提法须逐字完整，不截断，也不在中间插入名词解释或数字；说的不是它，就在 data/protected-phrases.json 里把它的 fragment 写长些',
      })),
    ),
  )
}
