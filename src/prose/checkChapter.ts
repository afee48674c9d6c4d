import type { KnownKeys } from '../records/knownKeys.ts'
import type { Problem } from '../records/problem.ts'
import type { Chapter } from '../records/readChapters.ts'
import { chapterSchema } from '../schemas/figures.ts'
import { checkMarkup } from './checkMarkup.ts'
import { checkVocabulary, type Use } from './checkVocabulary.ts'
import { parseProse } from './parseProse.ts'
import { copyPassages, type Passage } from './passage.ts'
import { prosePassages } from './prosePassages.ts'

/** A chapter whose form has been checked; its words and placements are checked with the whole edition. */
export interface CheckedChapter {
  chapter: Chapter
  /** Whether the whole body could be read. */
  complete: boolean
  uses: Use[]
  passages: Passage[]
  problems: Problem[]
}

/** Checks the form of one chapter: syntax, markup, components and their ids. */
export function checkChapter(chapter: Chapter, known: KnownKeys): CheckedChapter {
  const { file, text, body, document } = chapter
  const { tree, complete, problems } = parseProse(file, body)
  const { uses, problems: components } = checkVocabulary(file, text, tree, known)
  return {
    chapter,
    // A body that was too long to be read is blank.
    complete: complete && body !== '',
    uses,
    passages: [
      ...(document ? copyPassages(document, chapterSchema) : []),
      ...prosePassages(file, text, tree),
    ],
    problems: [...problems, ...checkMarkup(file, text, tree), ...components],
  }
}
