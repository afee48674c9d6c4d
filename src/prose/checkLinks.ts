import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { slug } from 'github-slugger'
import { nearestName } from '../documents/nearestName.ts'
import { positionAt } from '../documents/position.ts'
import type { Problem, ProblemWords } from '../documents/problem.ts'
import { chapterIds } from '../records/chapterIds.ts'
import { editionPages } from '../records/editionPages.ts'
import type { KnownKeys } from '../records/knownKeys.ts'
import { listPublished } from '../records/registers.ts'
import { isThere, pageNames, sitePages } from '../sitePages.ts'
import type { CheckedChapter } from './checkChapter.ts'
import { parseSiteLink } from './siteLink.ts'

/** The path of every page that prose may link to; figures only of the same edition. */
function linkTargets(root: string, year: number, known: KnownKeys): string[] {
  const published = listPublished(root)
  // A draft has pages only in the development server.
  const years = [...new Set([...published, year])]
  return [
    ...pageNames.flatMap((name) => {
      const { path } = sitePages[name]
      const isListed = isThere(sitePages[name], { published: published.length, hasMap: false })
      return /^(?:[a-z]+\/)?$/.test(path) && isListed ? [path] : []
    }),
    ...years.flatMap((edition) =>
      editionPages({
        year: edition,
        chapters: chapterIds(root, edition) ?? [],
        figures: edition === year ? [...(known.get('figures') ?? [])] : [],
        hasMap: existsSync(join(root, `data/${edition}/liaison-points.json`)),
      }),
    ),
  ]
}

/** Links to pages or headings that do not exist. */
export function checkLinks(
  root: string,
  year: number,
  checked: readonly CheckedChapter[],
  known: KnownKeys,
): Problem[] {
  const pages = linkTargets(root, year, known)
  const headings = new Map(
    checked.map(({ chapter, headings }) => [`${year}/${chapter.id}/`, headings]),
  )
  const wrong = (url: string, chapter: string): ProblemWords | undefined => {
    const link = parseSiteLink(url, year)
    if (!link) return undefined
    const path = link.path ?? `${year}/${chapter}/`
    if (!pages.includes(path)) {
      const near = nearestName(path, pages)
      return {
        found: `通不到哪一页的链接 ${url.slice(0, 40)}`,
        expected: `本站有的一页：各章写文件名，如 learning.mdx；别的写 /${year}/map/、/about/ 等`,
        hint: near ? `是不是 /${near}` : '核对文件名；别处的网页写完整的网址，以 https:// 开头',
      }
    }
    if (link.anchor === undefined) return undefined
    const there = headings.get(path)
    if (there?.some((heading) => slug(heading) === link.anchor)) return undefined
    const near = there && nearestName(link.anchor, there)
    return {
      found: `通不到哪一节的链接 ${url.slice(0, 40)}`,
      expected: there ? '# 后面照写那一章的一个小标题' : '只链到这一页，不带 # 和后面的字',
      hint: near ? `是不是 #${near}` : '核对小标题的字',
    }
  }
  return checked.flatMap(({ chapter, links }) =>
    links.flatMap(({ url, offset }) => {
      const words = wrong(url, chapter.id)
      return words ? [{ file: chapter.file, ...positionAt(chapter.text, offset), ...words }] : []
    }),
  )
}
