import { lineOf, problemAt } from '../documents/document.ts'
import type { Problem } from '../documents/problem.ts'
import { quote } from '../documents/quote.ts'
import { formatBound, strangeLimits } from '../facts/boundWord.ts'
import { compareWithPhrase, type PhraseMismatch } from '../facts/comparePhrase.ts'
import type { PlainWords } from '../facts/limits.ts'
import { plainWordsSchema } from '../schemas/words.ts'
import type { WrittenObservation } from '../sets/define.ts'
import { limitProblem } from './limitProblem.ts'
import type { Registers } from './registers.ts'

const fieldNames: Record<PhraseMismatch['field'], string> = {
  value: '数',
  unit: '单位',
  bound: '界（bound）',
  word: '界的词（word）',
  verb: '动词（verb）',
  scope: '范围（scope）',
  numerals: '数字写法（numerals）',
}

/** How to record a number with this limit. */
function howToLimit({ bound, word }: NonNullable<PhraseMismatch['limit']>): string {
  if (bound === 'exact') return '原词没有界：写 "bound": "exact"，不写 word'
  if (bound !== 'other') return `照原词写 "bound": "${bound}", "word": "${word}"`
  return word?.includes('…')
    ? '两个界的数还不能登记；换一处只有一个界的原词，没有就先不登记'
    : '这样的界还不能登记；换一处别的原词，没有就先不登记'
}

/** The words known to limit no number; none if their file is missing or broken. */
function plainWords(registers: Registers): PlainWords {
  const { data } = plainWordsSchema.safeParse(registers.byName.get('plain-words')?.document.value)
  return data ?? { before: [], after: [] }
}

/** Observations whose value, unit or qualifier differs from the source's own words, or says less than they do. */
export function checkPhrases(
  registers: Registers,
  observations: readonly WrittenObservation[],
): Problem[] {
  const plain = plainWords(registers)
  return observations.flatMap(({ observation, path, document }) => {
    // An unpublished observation has no number to compare.
    if (observation.value === null || !observation.source) return []
    const { phrase } = observation.source
    const at = [...path, 'source', 'phrase']
    const compared = compareWithPhrase(observation, plain)
    if (!compared) {
      const found = `原词${quote(phrase)}里没有数字`
      const hint = '摘录含有这个数的原词，不超过二十字'
      return [problemAt(document, at, { found, expected: '含有这个数的原词', hint })]
    }
    const { differences, limits } = compared
    const limited = limits.map(({ kind, word }) =>
      problemAt(document, at, limitProblem(kind, quote(phrase), word)),
    )
    const differing = differences.map(({ field, phrase: says, recorded, limit }) => {
      const inValue = field === 'value' || field === 'unit'
      const place = [...path, ...(inValue ? [field] : ['qualifier', field])]
      return problemAt(document, at, {
        found: `原词${quote(phrase)}的${fieldNames[field]}：${says}`,
        expected: `与第 ${lineOf(document, place)} 行的 ${field} 一致（${recorded}）`,
        hint: limit ? howToLimit(limit) : `对照原文，改正 ${observation.id} 的 ${field} 或 phrase`,
      })
    })
    const quoting = (['definition', 'caveat'] as const).flatMap((field) =>
      strangeLimits(observation[field] ?? '', [observation.qualifier]).map((word) =>
        problemAt(document, [...path, field], {
          found: `${field} 里的“${word}”，这个数不带这个词`,
          expected: formatBound(observation.qualifier)
            ? `“${formatBound(observation.qualifier)}”`
            : '不说界的话',
          hint: `数的界改了，${field} 里说它的话也要改`,
        }),
      ),
    )
    return [...differing, ...limited, ...quoting]
  })
}
