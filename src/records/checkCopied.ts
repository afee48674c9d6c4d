import { problemAt } from '../documents/document.ts'
import { positionAt } from '../documents/position.ts'
import type { Problem } from '../documents/problem.ts'
import { writtenObservations } from './observations.ts'
import { readChapters } from './readChapters.ts'
import type { LoadedEdition } from './readRegisters.ts'

/** The least length that counts: a shorter paragraph may consist of a set phrase, which every edition repeats. */
const minParagraphLength = 30
/** The least number of equal pieces that counts: fewer may really be unchanged. */
const minCopiedPieces = 5

interface Piece {
  /** The text that is compared. */
  key: string
  problem(words: Pick<Problem, 'found' | 'expected' | 'hint'>): Problem
}

/** The paragraphs of an edition's chapters that are long enough to compare. */
function paragraphsOf(root: string, { year }: LoadedEdition): Piece[] {
  return readChapters(root, year).chapters.flatMap(({ file, text, body }) =>
    [...body.matchAll(/\S[^\n]*(?:\n[^\n]*\S[^\n]*)*/g)]
      .filter(([paragraph]) => paragraph.length >= minParagraphLength)
      .map(({ 0: paragraph, index }) => ({
        key: paragraph.trim(),
        problem: (words) => ({ file, ...positionAt(text, index), ...words }),
      })),
  )
}

/** The published numbers of an edition, each as its value with its place in a source. */
function numbersOf({ registers }: LoadedEdition): Piece[] {
  return writtenObservations(registers)
    .filter(({ observation }) => observation.value !== null)
    .map(({ observation: { value, source }, path, document }) => ({
      key: JSON.stringify([value, source]),
      problem: (words) => problemAt(document, [...path, 'value'], words),
    }))
}

/** The pieces that an earlier edition has too, if they are several and more than half of all. */
function copiedAmong(pieces: readonly Piece[], earlier: readonly Piece[]): readonly Piece[] {
  const known = new Set(earlier.map(({ key }) => key))
  const copied = pieces.filter(({ key }) => known.has(key))
  return copied.length >= minCopiedPieces && copied.length * 2 > pieces.length ? copied : []
}

/**
 * Published editions whose words are still those of an earlier one: more than half of their paragraphs are identical,
 * or more than half of their numbers come from the same place of the same source.
 */
export function checkCopied(
  root: string,
  all: readonly LoadedEdition[],
  published: readonly LoadedEdition[],
): Problem[] {
  const kinds = [
    ['段', '写这一年的正文', (edition: LoadedEdition) => paragraphsOf(root, edition)],
    ['个数', '填这一年的数，还没有的写 null', numbersOf],
  ] as const
  return published.flatMap((edition) =>
    all
      .filter(({ year }) => year < edition.year)
      .flatMap((earlier) =>
        kinds.flatMap(([unit, todo, piecesOf]) => {
          const pieces = piecesOf(edition)
          const copied = copiedAmong(pieces, piecesOf(earlier))
          return (
            copied[0]?.problem({
              found: `与 ${earlier.year} 版一字不差的 ${copied.length} ${unit}（本版共 ${pieces.length} ${unit}）`,
              expected: `本版自己的，相同的不过半`,
              hint: `${todo}；还没写完，data/${edition.year}/edition.json 里的 status 写 draft`,
            }) ?? []
          )
        }),
      ),
  )
}
