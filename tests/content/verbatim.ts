import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Marks of the source article, which is not kept here; renewed by `node tests/content/verbatim.ts article.txt`. */
export const marksFile = new URL('./source.marks', import.meta.url)

/** How many letters and digits in a row, punctuation ignored, make a run that counts as copied. */
export const shingleLength = 30

/** Letters and digits alone, widths folded. */
export const letters = (text: string): string =>
  text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')

/** Four bytes that stand for one shingle; what they were made of cannot be read from them. */
const mark = (shingle: string): number =>
  createHash('sha256').update(shingle).digest().readUInt32BE(0)

/** The marks of every shingle of a text, in its order. */
export function marksOf(text: string): number[] {
  const run = [...letters(text)]
  return Array.from({ length: Math.max(0, run.length - shingleLength + 1) }, (_, start) =>
    mark(run.slice(start, start + shingleLength).join('')),
  )
}

/** Marks as bytes, sorted, each once. */
export const packMarks = (marks: Iterable<number>): Buffer =>
  Buffer.concat(
    [...new Set(marks)]
      .sort((one, other) => one - other)
      .map((each) => {
        const bytes = Buffer.alloc(4)
        bytes.writeUInt32BE(each)
        return bytes
      }),
  )

/** Marks from their bytes. */
export const unpackMarks = (bytes: Buffer): Set<number> =>
  new Set(Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readUInt32BE(index * 4)))

/** The runs that a text shares with the marked source, as long as they go. */
export function sharedRuns(text: string, source: ReadonlySet<number>): string[] {
  const run = [...letters(text)]
  const found: string[] = []
  let from = -1
  marksOf(text).forEach((each, start, all) => {
    const shared = source.has(each)
    if (shared && from < 0) from = start
    const last = start === all.length - 1
    if (from >= 0 && (!shared || last)) {
      const end = (shared ? start : start - 1) + shingleLength
      found.push(run.slice(from, end).join(''))
      from = -1
    }
  })
  return found
}

/** What is left of a run once set phrases are taken out, the longest first. */
export const ownLetters = (run: string, phrases: readonly string[]): string =>
  phrases
    .map(letters)
    .sort((one, other) => other.length - one.length)
    .reduce((rest, phrase) => rest.replaceAll(phrase, ''), letters(run))

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , article = ''] = process.argv
  writeFileSync(marksFile, packMarks(marksOf(readFileSync(article, 'utf8'))))
}
