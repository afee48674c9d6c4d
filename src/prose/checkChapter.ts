import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Problem } from '../documents/problem.ts'
import type { KnownKeys } from '../records/knownKeys.ts'
import type { WrittenChapter } from '../records/readChapters.ts'
import { chapterSchema } from '../schemas/figures.ts'
import { checkMarkup, wordsOf } from './checkMarkup.ts'
import { checkVocabulary, type Use } from './checkVocabulary.ts'
import { parseProse } from './parseProse.ts'
import { copyPassages, type Passage } from './passage.ts'
import { prosePassages, rangeOf } from './prosePassages.ts'

/** A chapter whose syntax has been checked; its words and placements are checked together with the whole edition. */
export interface CheckedChapter {
  chapter: WrittenChapter
  /** Whether the whole body could be parsed. */
  complete: boolean
  uses: Use[]
  /** The text of every heading, and every link with its offset. */
  headings: string[]
  links: { url: string; offset: number }[]
  passages: Passage[]
  problems: Problem[]
}

function linksIn(tree: Root): Pick<CheckedChapter, 'headings' | 'links'> {
  const headings: string[] = []
  const links: CheckedChapter['links'] = []
  visit(tree, (node) => {
    if (node.type === 'heading') headings.push(wordsOf(node))
    if (node.type === 'link') links.push({ url: node.url, offset: rangeOf(node)[0] })
  })
  return { headings, links }
}

/** Checks the syntax of one chapter: MDX, markup, components and their ids. */
export function checkChapter(chapter: WrittenChapter, known: KnownKeys): CheckedChapter {
  const { file, text, body, document } = chapter
  const { tree, complete, problems } = parseProse(file, body)
  const { uses, problems: components } = checkVocabulary(file, text, tree, known)
  return {
    chapter,
    // The body of a chapter with an overlong paragraph is blank, because it was not parsed.
    complete: complete && body !== '',
    uses,
    ...linksIn(tree),
    passages: [
      ...(document ? copyPassages(document, chapterSchema) : []),
      ...prosePassages(file, text, tree),
    ],
    problems: [...problems, ...checkMarkup(file, text, tree), ...components],
  }
}
