import { type Position, positionAt } from '../documents/position.ts'
import type { Problem } from '../documents/problem.ts'
import { keepUnchanged } from '../documents/unchanged.ts'
import { type KnownKeys, knownKeys } from '../records/knownKeys.ts'
import { writtenObservations } from '../records/observations.ts'
import { readChapters } from '../records/readChapters.ts'
import type { Registers } from '../records/registers.ts'
import { chapterSchema } from '../schemas/figures.ts'
import { protectedPhrases, registeredPhrases } from './allowedPhrases.ts'
import { type CheckedChapter, checkChapter } from './checkChapter.ts'
import { checkLinks } from './checkLinks.ts'
import { checkPlaceholders } from './checkPlaceholders.ts'
import { checkPlacement } from './checkPlacement.ts'
import { checkPunctuation } from './checkPunctuation.ts'
import { strayQualifiers } from './checkQualifiers.ts'
import { checkUnwritten } from './checkUnwritten.ts'
import { brokenPhrases, unboundQuantities } from './checkWords.ts'
import { copyPassages, type Passage } from './passage.ts'

/** Where prose places a figure. */
export interface PlacedFigure extends Position {
  id: string
  file: string
}

/** What was read of an edition's words, and what is wrong in them. */
interface CheckedProse {
  /** Every text that could be read. */
  texts: string[]
  figures: PlacedFigure[]
  problems: Problem[]
  /** What is still to be written. */
  unwritten: Problem[]
}

const sameKeys = keepUnchanged<KnownKeys>()
const sameChapter = keepUnchanged<CheckedChapter>()
const samePassages = keepUnchanged<readonly Passage[]>()

/** Everything wrong in the words of one edition: its prose and its copy. */
export function checkProse(root: string, registers: Registers): CheckedProse {
  const { chapters, problems } = readChapters(root, registers.year)
  const written = [...registers.byName.values()]
  const keys = knownKeys(
    registers,
    chapters.map(({ id }) => id),
  )
  const listed = JSON.stringify([...keys].map(([name, known]) => [name, ...known]))
  const known = sameKeys(`${registers.year}`, [listed], () => keys)
  const checked = chapters.map((chapter) =>
    sameChapter(chapter.file, [chapter, known], () => checkChapter(chapter, known)),
  )
  const passages = [
    ...checked.flatMap((chapter) => chapter.passages),
    ...written.flatMap(({ document, schema }) =>
      samePassages(document.file, [document], () => copyPassages(document, schema)),
    ),
  ]
  const rules = {
    allowed: registeredPhrases(registers),
    indicators: writtenObservations(registers).map(({ observation }) => observation),
  }
  // Words hidden from the checks by a syntax error still count as written.
  const unread = [
    ...checked.filter(({ complete }) => !complete).map(({ chapter }) => chapter.text),
    ...written.filter(({ document }) => document.salvagedKeys).map(({ document }) => document.text),
  ]
  return {
    texts: [...passages.map(({ text }) => text), ...unread],
    figures: checked.flatMap(({ chapter: { file, text }, uses }) =>
      uses
        .filter(({ name }) => name === 'Figure')
        .map(({ id, offset }) => ({ id, file, ...positionAt(text, offset) })),
    ),
    unwritten: checkUnwritten(passages),
    problems: [
      ...problems,
      ...checked.flatMap((chapter) => chapter.problems),
      ...checkLinks(root, registers.year, checked, known),
      ...checkPlacement(registers, checked),
      ...written.flatMap(({ document, schema }) => checkPlaceholders(document, schema, known)),
      ...chapters.flatMap(({ document }) =>
        document ? checkPlaceholders(document, chapterSchema, known) : [],
      ),
      ...checkPunctuation(passages),
      ...unboundQuantities(passages, rules),
      ...strayQualifiers(passages),
      ...brokenPhrases(passages, protectedPhrases(registers)),
    ],
  }
}
