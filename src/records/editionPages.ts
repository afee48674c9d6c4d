import { isFound, isThere, pageNames, pagePaths, sitePages } from '../sitePages.ts'

/** What the list of an edition's pages depends on. */
interface EditionContents {
  year: number
  chapters: readonly string[]
  figures: readonly string[]
  hasMap: boolean
}

/** The paths below the base of the pages of an edition that readers may be sent to. */
export function editionPages({ hasMap, chapters, ...contents }: EditionContents): string[] {
  const parameters = { ...contents, chapters: chapters.filter((id) => id !== 'edition') }
  return pageNames
    .filter((name) => sitePages[name].path.startsWith('[year]/') && isFound(sitePages[name]))
    .filter((name) => isThere(sitePages[name], { published: 0, hasMap }))
    .flatMap((name) => pagePaths(name, parameters))
}
