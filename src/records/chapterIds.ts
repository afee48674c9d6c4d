import { namesIn } from './registers.ts'

/** The chapters of an edition that have a file, by address segment; undefined when there is no folder. */
export function chapterIds(root: string, year: number): string[] | undefined {
  return namesIn(root, `content/${year}`)
    ?.filter((name) => name.endsWith('.mdx'))
    .map((name) => name.slice(0, -'.mdx'.length))
}
