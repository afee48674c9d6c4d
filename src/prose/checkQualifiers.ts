import type { Problem } from '../documents/problem.ts'
import { quoteAround } from '../documents/quote.ts'
import { harmless } from '../facts/sourceQuantity.ts'
import { wordsAt } from '../schemas/bound.ts'
import type { Passage } from './passage.ts'

const before = [
  ...wordsAt('before'),
  '不超过',
  '至多',
  '最多',
  '累计',
  '连续',
  '平均',
  '[日月年人场次]均',
  '恰好',
  '每[年月日天周季场次][^，。；：、]{0,4}',
]
const after = [...wordsAt('inside'), ...wordsAt('after'), '以下', '以内']

/** Limiting words typed by hand next to a bound number. */
const typedLimits = new RegExp(
  `(?:${before.join('|')})${harmless}(?=\\uFFFC)|(?<=\\uFFFC)(?:${after.join('|')})`,
  'gu',
)

/** Limits typed next to a bound number (近、约、累计、余、以上…), whose wording already includes what the source says. */
export function strayQualifiers(passages: readonly Passage[]): Problem[] {
  return passages.flatMap((passage) =>
    [...passage.text.matchAll(typedLimits)].map(({ index, 0: word }) => ({
      file: passage.file,
      ...passage.positionOf(index, word.length),
      found: `写在数旁边的限定词“${word}”（${quoteAround(passage.text, index, word.length)}）`,
      expected: '只由指标给出的限定词',
      hint: '删去它；“余”“近”“累计”等由指标的 qualifier 决定，引用时自动写出',
    })),
  )
}
