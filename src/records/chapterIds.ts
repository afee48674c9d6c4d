import { namesIn } from '../documents/namesIn.ts'

/**
 * The chapters of an edition that have a file, by their segment of the address; undefined if the folder does not exist.
 */
export function chapterIds(root: string, year: number): string[] | undefined {
  return namesIn(root, `content/${year}`)
    ?.filter((name) => name.endsWith('.mdx'))
    .map((name) => name.slice(0, -'.mdx'.length))
}
