/** The words with which sources limit a number, by meaning and by position. */
const boundWords = {
  over: { before: ['超过', '突破', '超', '逾'], inside: ['余', '多'], after: ['以上'] },
  near: { before: ['将近', '接近', '近', '不到', '不足'], inside: [], after: [] },
  about: { before: ['大约', '约'], inside: [], after: ['左右', '上下'] },
  'at-least': { before: ['不少于', '不低于', '至少'], inside: [], after: [] },
} as const

/** The meaning of a limiting word. */
type LimitedBound = keyof typeof boundWords

/** The position of a limiting word: before the number, right after it (10余万, 1.5万多), or after its unit. */
export type WordPlace = keyof (typeof boundWords)[LimitedBound]

/** A limiting word with its meaning and position. */
export interface BoundWord {
  word: string
  bound: LimitedBound
  place: WordPlace
}

type Places = Record<WordPlace, readonly string[]>

/** Every limiting word that can be recorded, longer ones first. */
export const allBoundWords: readonly BoundWord[] = (
  Object.entries(boundWords) as [LimitedBound, Places][]
)
  .flatMap(([bound, places]) =>
    (Object.entries(places) as [WordPlace, readonly string[]][]).flatMap(([place, words]) =>
      words.map((word) => ({ word, bound, place })),
    ),
  )
  .sort((a, b) => b.word.length - a.word.length)

/** The limiting words of one position, longer ones first. */
export const wordsAt = (place: WordPlace): string[] =>
  allBoundWords.filter((each) => each.place === place).map(({ word }) => word)

/** The word for a bound if none is recorded. */
export const usualWords: Partial<Record<LimitedBound, string>> = { over: '余', near: '近' }
