import { excerpt } from '../records/excerpt.ts'
import type { Problem } from '../records/problem.ts'
import type { Passage } from './passage.ts'

/** Words that would limit a bound figure by hand; 附近、制约 and the like end in the same characters. */
const typed =
  /(?<![附贴亲走靠邻临拉最新])(?:将近|接近|近)(?=\uFFFC)|(?<![节制契预公])约(?=\uFFFC)|(?:超过|超|逾|突破|不足|不到|大约|不少于|不低于|不超过|至少|至多|最多|累计|连续|平均|[日月年]均)(?=\uFFFC)|(?<=\uFFFC)(?:余|多|左右|上下|以上|以下|以内)/gu

/** Limits typed next to a bound figure (近、约、累计、余、以上…): the figure already says what the source says. */
export function strayQualifiers(passages: readonly Passage[]): Problem[] {
  return passages.flatMap((passage) =>
    [...passage.text.matchAll(typed)].map(({ index, 0: word }) => ({
      file: passage.file,
      ...passage.positionOf(index, word.length),
      found: `写在数旁边的限定词“${word}”（${excerpt(passage.text, index, word.length)}）`,
      expected: '只由指标给出的限定词',
      hint: '删去它；“余”“近”“累计”等由指标的 qualifier 决定，引用时自动写出',
    })),
  )
}
