import { pageNames, pagePaths, sitePages } from '../sitePages.ts'
import { newestEdition } from './newestEdition.ts'

/** An example of every kind of page that has reference pictures, by name, with its path in the newest edition. */
export function examplePages(root: string): Record<string, string> {
  const { year, chapters, say } = newestEdition(root)
  // A chapter with figures, and the chapter in which readers can have a say.
  const examples = { 'chapter-figures': chapters[0] ?? '', 'chapter-plates': say }
  return Object.fromEntries(
    pageNames
      .filter((name) => sitePages[name].isPictured)
      .flatMap((name) =>
        name === 'chapter'
          ? Object.entries(examples).map(([example, slug]) => [
              example,
              ...pagePaths(name, { year, chapters: [slug] }),
            ])
          : [[name, ...pagePaths(name, { year })]],
      ),
  )
}
