import type { BuiltPage } from '../builtPage.ts'
import { positionAt } from '../documents/position.ts'
import type { Problem } from '../documents/problem.ts'
import { quoteAround } from '../documents/quote.ts'
import { gapWords } from '../facts/gaps.ts'
import type { PageKind } from '../sitePages.ts'
import type { FindSource } from './sourceFinder.ts'
import { visibleText } from './visibleText.ts'

/** How often a page of each kind (`data-search-kind`) may say, without anything opened, that something is not known. */
const limits: Partial<Record<PageKind, number>> = {
  chapter: 3,
  edition: 1,
  map: 3,
  figures: 12,
  figure: 2,
}

/** The classes of a page's cuts, of which CSS shows one and hides the others. */
const cutsOf = (main: Element) => {
  const drawings = [...main.querySelectorAll('svg.chart')]
  const names = drawings.flatMap((svg) => [...svg.classList].filter((name) => /^cut-/.test(name)))
  return names.length > 0 ? [...new Set(names)] : ['']
}

/**
 * The places where a page says that something is not published, if there are more than its kind allows: pages should
 * first tell what is known, and list each gap once, at the end. Of a figure's cuts, the one with the most such places
 * counts.
 */
export function checkGaps({ file, html, document }: BuiltPage, findSource: FindSource): Problem[] {
  const main = document.querySelector('main')
  const limit = limits[main?.getAttribute('data-search-kind') as PageKind]
  if (!main || limit === undefined) return []
  const [found = []] = cutsOf(main)
    .map((cut) =>
      visibleText(main, cut).flatMap((line) =>
        [...line.matchAll(gapWords)].map(({ index, 0: word }) => ({ line, index, word })),
      ),
    )
    .sort((a, b) => b.length - a.length)
  if (found.length <= limit) return []
  return found.map(({ line, index, word }, place) => ({
    ...(findSource(line.slice(0, index), word, line.slice(index + word.length)) ?? {
      file,
      ...positionAt(html, Math.max(0, html.indexOf(word, html.indexOf('<main')))),
    }),
    found: `页面 ${file} 里第${place + 1}处“${word}”（${quoteAround(line, index, word.length)}）`,
    expected: `没有公布的事项在这类页面的明处至多说${limit}处，现有${found.length}处`,
    hint: '写进指标的 caveat 或图注的 missing，由页末的“未公布的事项”列出；图题、说明、读法里只说已知的',
  }))
}
