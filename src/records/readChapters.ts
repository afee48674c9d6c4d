import { checkValues, isOverlong } from '../documents/checkCharacters.ts'
import { type Document, problemAt } from '../documents/document.ts'
import { frontMatterRange, parseFrontMatter } from '../documents/frontMatter.ts'
import { namesIn } from '../documents/namesIn.ts'
import { positionAt } from '../documents/position.ts'
import type { Problem } from '../documents/problem.ts'
import { readText } from '../documents/readText.ts'
import { schemaProblems } from '../documents/schemaProblems.ts'
import { keepUnchanged } from '../documents/unchanged.ts'
import { photoFolder } from '../photos/readPhotos.ts'
import { type ChapterFrontMatter, chapterSchema } from '../schemas/figures.ts'
import { pageNames, sitePages } from '../sitePages.ts'
import { listEditions } from './registers.ts'

/** One chapter as it was written. */
export interface WrittenChapter {
  /** Its segment of the address, which is the file's name. */
  id: string
  file: string
  text: string
  /** The text with the front matter blanked, so that offsets stay the same. */
  body: string
  /** The front matter with the positions of its values; undefined if it cannot be read. */
  document?: Document
  /** The front matter; undefined if it does not fit the schema. */
  frontMatter?: ChapterFrontMatter
}

/** The longest paragraph allowed; parsing one that was pasted by mistake could take minutes. */
const maxParagraphLength = 3000

const overlong = (body: string): { index: number; length: number } | undefined =>
  [...body.matchAll(/[^\n](?:[^\n]|\n(?![ \t\r]*\n))*/g)]
    .map(({ index, 0: text }) => ({ index, length: text.trim().length }))
    .find(({ length }) => length > maxParagraphLength)

/** The segments of addresses that other pages of an edition use. */
const pagesBeside = new Set(
  pageNames.flatMap((name) => /^\[year\]\/(\w+)\//.exec(sitePages[name].path)?.[1] ?? []),
)

/** Checks that a file name can be a segment of an address and is not used by another page. */
function checkName(file: string, id: string): Problem[] {
  const isTaken = pagesBeside.has(id)
  if (/^[a-z]+(?:-[a-z]+)*$/.test(id) && !isTaken) return []
  return [
    {
      file,
      line: 1,
      column: 1,
      found: isTaken ? `已有网页用的名字“${id}”` : `文件名“${id}”`,
      expected: '小写英文和连字符，例如 learning.mdx',
      hint: '文件名就是网址的一段；改名后，引用这一章的 chapter 也要改',
    },
  ]
}

/** A chapter and what is wrong in its name and front matter. */
interface ReadChapter {
  chapter: WrittenChapter
  problems: readonly Problem[]
}

const unchanged = keepUnchanged<ReadChapter>()

function readChapter(file: string, text: string): ReadChapter {
  const problems: Problem[] = []
  const { document, problems: syntax } = parseFrontMatter(file, text)
  problems.push(...syntax)
  const close = frontMatterRange(text)?.close ?? 0
  const id = file.slice(file.lastIndexOf('/') + 1, -'.mdx'.length)
  const body = text.slice(0, close).replace(/[^\n]/g, ' ') + text.slice(close)
  const chapter: WrittenChapter = { id, file, text, body }
  problems.push(...checkName(file, id))
  const long = overlong(body)
  if (long) {
    chapter.body = ''
    const found = `${long.length} 个字的一段`
    const hint = '空一行分段；多半是粘贴错了'
    const expected = `一段至多 ${maxParagraphLength} 个字`
    problems.push({ file, ...positionAt(text, long.index), found, expected, hint })
  }
  if (document) {
    problems.push(...checkValues(document), ...schemaProblems(document, chapterSchema))
    if (isOverlong(document)) return { chapter, problems }
    const { data } = chapterSchema.safeParse(document.value)
    Object.assign(chapter, { document, ...(data && { frontMatter: data }) })
  }
  return { chapter, problems }
}

function repeatedOrders(chapters: readonly WrittenChapter[]): Problem[] {
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

/** Gaps in the numbering of chapters, and an edition without a home page. */
function missingOrders(chapters: readonly WrittenChapter[]): Problem[] {
  // A chapter with wrong front matter may be the missing one.
  if (chapters.some(({ frontMatter }) => !frontMatter)) return []
  const orders = new Set(chapters.map(({ frontMatter }) => frontMatter?.order))
  return chapters.flatMap(({ document, frontMatter }) => {
    const order = frontMatter?.order ?? 0
    if (!document || order === 0 || orders.has(order - 1)) return []
    const words = {
      found: `章次 ${order}，而没有章次 ${order - 1}`,
      expected: '从 1 起连着的章次；0 是首页的 edition.mdx',
      hint: '补上缺的那一章，或把后面各章的 order 往前移',
    }
    return [problemAt(document, ['order'], words)]
  })
}

/** The chapters of one edition and every problem in their front matter; prose is checked elsewhere. */
export function readChapters(
  root: string,
  year: number,
): { chapters: WrittenChapter[]; problems: Problem[] } {
  const folder = `content/${year}`
  const names = namesIn(root, folder)?.filter((name) => `${folder}/${name}` !== photoFolder(year))
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
  const chapters: WrittenChapter[] = []
  const problems: Problem[] = []
  for (const name of names) {
    const file = `${folder}/${name}`
    if (!name.endsWith('.mdx')) {
      const hint = '正文的文件名以 .mdx 结尾；照片放进 photos/，别的文件移到别处'
      const found = '不认识的文件'
      problems.push({ file, line: 1, column: 1, found, expected: '.mdx 文件', hint })
      continue
    }
    const { text, problems: unreadable } = readText(root, file)
    problems.push(...unreadable)
    if (text === undefined) continue
    const { chapter, problems: own } = unchanged(file, [text], () => readChapter(file, text))
    problems.push(...own)
    chapters.push(chapter)
  }
  return {
    chapters,
    problems: [...problems, ...repeatedOrders(chapters), ...missingOrders(chapters)],
  }
}

/** Files in content/ that belong to no edition. */
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
