import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { type Position, positionAt } from '../documents/position.ts'

/** A position in a file written by people. */
interface SourcePlace extends Position {
  file: string
}

/** Finds where words on a page were typed, given the words before, in and after a quantity. */
export type FindSource = (
  before: string,
  quantity: string,
  after: string,
) => SourcePlace | undefined

const folders = ['content', 'data', 'src']
const written = /\.(?:mdx|json|astro|ts)$/

function* filesBelow(root: string): Generator<{ file: string; text: string }> {
  for (const folder of folders) {
    let paths: string[]
    try {
      paths = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).sort()
    } catch {
      continue
    }
    for (const path of paths.filter((each) => written.test(each))) {
      const file = `${folder}/${path.split(sep).join('/')}`
      yield { file, text: readFileSync(join(root, file), 'utf8') }
    }
  }
}

/** Searches content/, data/ and src/ below the roots; the longest part of the surrounding words that occurs wins. */
export function sourceFinder(roots: readonly string[]): FindSource {
  let files: { file: string; text: string }[] | undefined
  return (before, quantity, after) => {
    files ??= [...new Set(roots)].flatMap((root) => [...filesBelow(root)])
    for (let around = 12; around >= 1; around--) {
      const lead = before.slice(-around)
      const piece = `${lead}${quantity}${after.slice(0, around)}`
      if (piece.length < quantity.length + 2) continue
      for (const { file, text } of files) {
        const at = text.indexOf(piece)
        if (at >= 0) return { file, ...positionAt(text, at + lead.length) }
      }
    }
    return undefined
  }
}
