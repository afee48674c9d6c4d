import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Hashes of the source article, which is not kept here; renewed with `node tests/content/verbatim.ts article.txt`. */
export const marksFile = new URL('./source.marks', import.meta.url)

/** How many letters and digits in a row, ignoring punctuation, count as copied. */
export const shingleLength = 30

/** Only letters and digits, widths folded. */
export const letters = (text: string): string =>
  text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')

/** A four-byte hash of a shingle, from which its text cannot be recovered. */
const mark = (shingle: string): number =>
  createHash('sha256').update(shingle).digest().readUInt32BE(0)

/** The hashes of every shingle of a text, in order. */
export function marksOf(text: string): number[] {
  const run = [...letters(text)]
  return Array.from({ length: Math.max(0, run.length - shingleLength + 1) }, (_, start) =>
    mark(run.slice(start, start + shingleLength).join('')),
  )
}

/** Hashes as bytes, sorted, without duplicates. */
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

/** Hashes read from bytes. */
export const unpackMarks = (bytes: Buffer): Set<number> =>
  new Set(Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readUInt32BE(index * 4)))

/** The runs that a text shares with the source, each as long as possible. */
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

/** The rest of a run without set phrases, the longest part first. */
export const ownLetters = (run: string, phrases: readonly string[]): string =>
  phrases
    .map(letters)
    .sort((one, other) => other.length - one.length)
    .reduce((rest, phrase) => rest.replaceAll(phrase, ''), letters(run))

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , article = ''] = process.argv
  writeFileSync(marksFile, packMarks(marksOf(readFileSync(article, 'utf8'))))
}
