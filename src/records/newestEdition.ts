import { readChapters } from './readChapters.ts'
import { loadEdition } from './readRegisters.ts'
import { listPublished } from './registers.ts'

/** The newest published edition below a root, its chapters in order, and the chapter that tells how to have a say. */
export function newestEdition(root: string): { year: number; chapters: string[]; say: string } {
  const year = Math.max(...listPublished(root))
  const { edition } = loadEdition(root, year)
  if (!edition) throw new Error('data/ 里没有一版读得出来的数据')
  const order = ({ frontMatter }: { frontMatter?: { order: number } }) => frontMatter?.order ?? 0
  const chapters = readChapters(root, year)
    .chapters.filter((chapter) => order(chapter) > 0)
    .sort((a, b) => order(a) - order(b))
  return {
    year,
    chapters: chapters.map(({ id }) => id),
    say: edition.participation.chapter,
  }
}
