import { knownKeys } from '../records/knownKeys.ts'
import { writtenObservations } from '../records/observations.ts'
import type { Problem } from '../records/problem.ts'
import { readChapters } from '../records/readChapters.ts'
import type { Registers } from '../records/registers.ts'
import { phrasesOf, protectedPhrases } from './allowedPhrases.ts'
import { checkChapter } from './checkChapter.ts'
import { checkPlaceholders } from './checkPlaceholders.ts'
import { checkPlacement } from './checkPlacement.ts'
import { brokenPhrases, unboundQuantities } from './checkWords.ts'
import { copyPassages, type Passage } from './passage.ts'
import { chapterSchema } from '../schemas/figures.ts'

/** Everything wrong in the words of one edition, prose and copy, and the words themselves. */
export function checkProse(
  root: string,
  registers: Registers,
): { passages: Passage[]; problems: Problem[] } {
  const { chapters, problems } = readChapters(root, registers.year)
  const known = knownKeys(
    registers,
    chapters.map(({ id }) => id),
  )
  const checked = chapters.map((chapter) => checkChapter(chapter, known))
  const written = [...registers.byName.values()]
  const passages = [
    ...checked.flatMap((chapter) => chapter.passages),
    ...written.flatMap(({ document, schema }) => copyPassages(document, schema)),
  ]
  const rules = {
    allowed: phrasesOf(registers),
    indicators: writtenObservations(registers).map(({ observation }) => observation),
  }
  return {
    passages,
    problems: [
      ...problems,
      ...checked.flatMap((chapter) => chapter.problems),
      ...checkPlacement(registers, checked),
      ...written.flatMap(({ document, schema }) => checkPlaceholders(document, schema, known)),
      ...chapters.flatMap(({ document }) =>
        document ? checkPlaceholders(document, chapterSchema, known) : [],
      ),
      ...unboundQuantities(passages, rules),
      ...brokenPhrases(passages, protectedPhrases(registers)),
    ],
  }
}
