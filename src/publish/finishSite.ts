import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BuiltPage, parsePage } from '../builtPage.ts'
import type { Problem } from '../documents/problem.ts'
import { formatQuantity } from '../facts/wording.ts'
import { guardedPhrases } from '../prose/allowedPhrases.ts'
import { checkGaps } from '../prose/checkGaps.ts'
import { checkPage } from '../prose/checkPages.ts'
import { checkQuantities } from '../prose/checkQuantities.ts'
import { sourceFinder } from '../prose/sourceFinder.ts'
import { contentRoot, projectRoot } from '../roots.ts'
import { buildSearch } from '../search/build/buildSearch.ts'
import { type ReadPage, readPage } from '../search/build/readPage.ts'
import { openPageType, type PageGlyphs, pageGlyphs } from '../type/pageType.ts'
import { currentSettings } from '../validation/settings.ts'
import { checkEverydayWords } from './checkEverydayWords.ts'
import { compressSite } from './compressSite.ts'
import { hostHeaders } from './headers.ts'
import { oneStyle } from './oneStyle.ts'
import { prunePolicy } from './prunePolicy.ts'
import { separateBlocks } from './separateBlocks.ts'
import { filesBelow, htmlAmong } from './siteFiles.ts'
import { textFirst } from './textFirst.ts'
import { validated } from './validated.ts'

const fonts = join(projectRoot, 'fonts')

/** Prints the PDF of every edition whose report page was built; resolves to their sizes in words, by year. */
async function printPdfs(site: string): Promise<ReadonlyMap<string, string>> {
  if (!process.env.REPORT) return new Map()
  // A plain build needs neither the browser nor the code that drives it.
  const { printReports } = await import('../report/printReports.ts')
  return printReports(site, fonts)
}

/** The page with the size of each PDF beside every link to it. */
const statePdfs = (html: string, extents: ReadonlyMap<string, string>) =>
  [...extents].reduce((page, [year, extent]) => {
    const place = `<span data-report-extent="${year}">`
    return page.replaceAll(place, place + extent)
  }, html)

/**
 * Finishes the site that Astro has built in a folder. Every page is read, parsed and checked once, then goes through
 * the steps below; then the search index (which includes the pages read before), the compressed files and the headers for
 * hosts are made. Of pages that another build will take (`isApart`) there is no index: they are not the whole site.
 * Resolves to the problems in the pages, and to everything that search has read.
 */
export async function finishSite(
  site: string,
  { readBefore, isApart }: { readBefore: readonly ReadPage[]; isApart: boolean },
): Promise<{ problems: Problem[]; pages: ReadPage[] }> {
  const { editions, allowed } = validated()
  const wording = new Map(
    editions.map(({ year, edition }) => [
      String(year),
      new Map(edition?.indicators.map((indicator) => [indicator.id, formatQuantity(indicator)])),
    ]),
  )
  const newest = editions.at(-1)
  const figuresOf = (file: string) =>
    wording.get(file.split('/')[0] ?? '') ?? wording.get(String(newest?.year)) ?? new Map()
  const findSource = sourceFinder([contentRoot, projectRoot])

  const problems: Problem[] = []
  const pages = [...readBefore]
  const read = (file: string) =>
    parsePage(file, separateBlocks(readFileSync(join(site, file), 'utf8')))
  const check = (page: BuiltPage) => [
    ...checkPage(page, allowed, findSource),
    ...checkQuantities(page, figuresOf(page.file)),
    ...checkGaps(page, findSource),
  ]
  const extents = await printPdfs(site)

  const passed: { file: string; html: string; glyphs: PageGlyphs }[] = []
  for (const file of htmlAmong(filesBelow(site))) {
    const page = read(file)
    problems.push(...check(page))
    const found = readPage(page)
    if (found) pages.push(found)
    passed.push({ file, html: page.html, glyphs: pageGlyphs(page.document) })
  }
  if (newest && !isApart) problems.push(...checkEverydayWords(newest.registers, pages))
  if (problems.length > 0) return { problems, pages }

  const allGlyphs = passed.map(({ glyphs }) => glyphs)
  const setType = openPageType(allGlyphs, fonts, site)
  for (const { file, html, glyphs } of passed) {
    let finished = await setType(html, glyphs)
    finished = statePdfs(finished, extents)
    finished = textFirst(finished)
    finished = prunePolicy(oneStyle(finished))
    writeFileSync(join(site, file), finished)
  }

  if (!isApart) {
    const guarded = guardedPhrases(editions.map(({ registers }) => registers))
    await buildSearch(pages, site, { whole: allowed, guarded }, newest?.edition)
  }
  await compressSite(site)
  writeFileSync(join(site, '_headers'), hostHeaders(currentSettings().base))
  return { problems, pages }
}
