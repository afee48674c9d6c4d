import { type ChapterFrontMatter, chapterSchema } from '../schemas/figures.ts'
import { checkValues } from './checkCharacters.ts'
import { type Document, problemAt } from './document.ts'
import { frontMatterRange, parseFrontMatter } from './frontMatter.ts'
import type { Problem } from './problem.ts'
import { readText } from './readText.ts'
import { listEditions, namesIn } from './registers.ts'
import { schemaProblems } from './schemaProblems.ts'

/** One chapter as it was written. */
export interface Chapter {
  /** Its address segment, the file's name. */
  id: string
  file: string
  text: string
  /** The text with the front matter blanked, so that every offset stays what it was. */
  body: string
  /** The front matter with its places, absent when it cannot be read. */
  document?: Document
  /** The front matter, absent when it does not fit the schema. */
  frontMatter?: ChapterFrontMatter
}

function readChapter(root: string, file: string): { chapter?: Chapter; problems: Problem[] } {
  const { text, problems } = readText(root, file)
  if (text === undefined) return { problems }
  const { document, problems: syntax } = parseFrontMatter(file, text)
  problems.push(...syntax)
  const close = frontMatterRange(text)?.close ?? 0
  const id = file.slice(file.lastIndexOf('/') + 1, -'.mdx'.length)
  const body = text.slice(0, close).replace(/[^\n]/g, ' ') + text.slice(close)
  const chapter: Chapter = { id, file, text, body }
  if (document) {
    problems.push(...checkValues(document), ...schemaProblems(document, chapterSchema))
    const { data } = chapterSchema.safeParse(document.value)
    Object.assign(chapter, { document, ...(data && { frontMatter: data }) })
  }
  return { chapter, problems }
}

function repeatedOrders(chapters: readonly Chapter[]): Problem[] {
  const first = new Map<number, string>()
  return chapters.flatMap(({ file, document, frontMatter }) => {
    if (!document || !frontMatter) return []
    const earlier = first.get(frontMatter.order)
    if (earlier === undefined) {
      first.set(frontMatter.order, file)
      return []
    }
    const found = `重复的章次 ${frontMatter.order}`
    const hint = `${earlier} 已用这个章次`
    return [problemAt(document, ['order'], { found, expected: '每章的章次各不相同', hint })]
  })
}

/** The chapters of one edition and every problem in their front matter; the prose is checked elsewhere. */
export function readChapters(
  root: string,
  year: number,
): { chapters: Chapter[]; problems: Problem[] } {
  const folder = `content/${year}`
  const names = namesIn(root, folder)
  if (!names) {
    const found = '缺少这个文件夹'
    const hint = `data/${year}/ 的每一版都要有 ${folder}/ 里的正文`
    const problem = {
      file: folder,
      line: 1,
      column: 1,
      found,
      expected: '存放各章 MDX 的文件夹',
      hint,
    }
    return { chapters: [], problems: [problem] }
  }
  const chapters: Chapter[] = []
  const problems: Problem[] = []
  for (const name of names) {
    const file = `${folder}/${name}`
    if (!name.endsWith('.mdx')) {
      const hint = '正文的文件名以 .mdx 结尾；别的文件移到别处'
      const found = '不认识的文件'
      problems.push({ file, line: 1, column: 1, found, expected: '.mdx 文件', hint })
      continue
    }
    const { chapter, problems: own } = readChapter(root, file)
    problems.push(...own)
    if (chapter) chapters.push(chapter)
  }
  return { chapters, problems: [...problems, ...repeatedOrders(chapters)] }
}

/** What lies in content/ and belongs to no edition. */
export function strayChapters(root: string): Problem[] {
  const years = listEditions(root).map(String)
  return (namesIn(root, 'content') ?? [])
    .filter((name) => !years.includes(name))
    .map((name) => ({
      file: `content/${name}`,
      line: 1,
      column: 1,
      found: '没有对应数据的文件或文件夹',
      expected: `content/ 里只有 ${years.join('、')}，与 data/ 里的年份一致`,
      hint: '补上 data/ 里同一年份的文件夹，或移到别处',
    }))
}
