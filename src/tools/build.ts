import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build as buildPages } from 'astro'
import { wordFigure } from '../facts/wording.ts'
import { allowedPhrases, guardedPhrases } from '../prose/allowedPhrases.ts'
import { checkFigures } from '../prose/checkFigures.ts'
import { checkPage } from '../prose/checkPages.ts'
import { sourceFinder } from '../prose/sourceFinder.ts'
import type { Problem } from '../records/problem.ts'
import { listEditions, readRegisters } from '../records/readRegisters.ts'
import { reportRoute } from '../report/reportRoute.ts'
import { separateBlocks } from '../search/blockBoundaries.ts'
import { buildSearchIndex } from '../search/index.ts'
import { subsetPageType } from '../type/subsetPageType.ts'
import { fitsFirstFlight } from './firstFlight.ts'
import { prunePolicy } from './prunePolicy.ts'
import { contentRoot, projectRoot } from './roots.ts'
import { textFirst } from './textFirst.ts'
import { stringWords, usedStyles } from './usedStyles.ts'
import { printNotices, printProblems, validate } from './validate.ts'

const workshop = join(projectRoot, '.build')
const staging = join(workshop, `site-${process.pid}`)
const previous = join(workshop, `previous-${process.pid}`)
// Two builds, or builds of two content roots, must not read each other's store.
const cacheDir = join(workshop, `cache-${process.pid}`)

/** Every HTML file below a folder, by path relative to it, in a stable order. */
function htmlFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((file) => file.split(sep).join('/'))
    .sort()
}

/** How each figure of an edition is worded, by the id of its indicator. */
function figuresOf(year: number): Map<string, string> {
  const { edition } = readRegisters(contentRoot, year)
  return new Map(edition?.indicators.map((indicator) => [indicator.id, wordFigure(indicator)]))
}

/** What a build may make besides the pages. */
interface BuildOptions {
  /** Every edition's PDF, and the links to it. */
  report?: boolean
}

/** Builds the site beside the last good one and swaps them only when every check passes; resolves to the problems. */
export async function build(
  dist = join(projectRoot, 'dist'),
  options: BuildOptions = {},
): Promise<Problem[]> {
  const problems = validate(contentRoot)
  if (problems.length > 0) return problems
  printNotices(contentRoot)

  mkdirSync(workshop, { recursive: true })
  try {
    return await buildInto(dist, options)
  } finally {
    for (const folder of [staging, cacheDir]) rmSync(folder, { recursive: true, force: true })
  }
}

async function buildInto(dist: string, { report = false }: BuildOptions): Promise<Problem[]> {
  const integrations = report ? [reportRoute()] : []
  await buildPages({ root: projectRoot, outDir: staging, cacheDir, integrations, logLevel: 'warn' })

  const problems: Problem[] = []
  const years = listEditions(contentRoot)
  const newest = Math.max(...years)
  const wording = new Map(years.map((year) => [String(year), figuresOf(year)]))
  // Pages also show words typed in the project's own source.
  const allowed = [...new Set([contentRoot, projectRoot].flatMap(allowedPhrases))]
  const findSource = sourceFinder([contentRoot, projectRoot])
  for (const file of htmlFiles(staging)) {
    const path = join(staging, file)
    const html = separateBlocks(readFileSync(path, 'utf8'))
    writeFileSync(path, html)
    const figures = wording.get(file.split('/')[0] ?? '') ?? wording.get(String(newest))
    problems.push(
      ...checkPage(html, file, allowed, findSource),
      ...checkFigures(html, file, figures ?? new Map()),
    )
  }
  if (problems.length > 0) return problems

  const fonts = join(projectRoot, 'fonts')
  if (report) {
    // A plain build needs neither the browser nor what drives it.
    const { printReports } = await import('../report/printReports.ts')
    await printReports(staging, fonts)
  }
  await subsetPageType(staging, fonts)
  const scripts = new Set(
    readdirSync(join(staging, '_astro'))
      .filter((file) => file.endsWith('.js'))
      .flatMap((file) => stringWords(readFileSync(join(staging, '_astro', file), 'utf8'))),
  )
  const printSheet = (css: string) => {
    const file = `_astro/print.${createHash('sha256').update(css).digest('hex').slice(0, 10)}.css`
    writeFileSync(join(staging, file), css)
    return `${(process.env.BASE_PATH || '/').replace(/\/?$/, '/')}${file}`
  }
  for (const file of htmlFiles(staging)) {
    const path = join(staging, file)
    const html = readFileSync(path, 'utf8')
    const finish = (sheet?: typeof printSheet) =>
      textFirst(prunePolicy(usedStyles(html, scripts, sheet)))
    const whole = finish()
    writeFileSync(path, fitsFirstFlight(whole) ? whole : finish(printSheet))
  }
  const { edition } = readRegisters(contentRoot, newest)
  await buildSearchIndex(staging, {
    wholePhrases: allowed,
    guarded: guardedPhrases(contentRoot),
    ...(edition && { records: edition }),
  })

  if (existsSync(dist)) renameSync(dist, previous)
  try {
    renameSync(staging, dist)
  } catch (error) {
    if (existsSync(previous)) renameSync(previous, dist)
    throw error
  }
  rmSync(previous, { recursive: true, force: true })
  return []
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const started = performance.now()
  const { values } = parseArgs({
    options: {
      dist: { type: 'string', default: 'dist' },
      report: { type: 'boolean', default: false },
    },
  })
  if (values.report) {
    const { ensureChromium } = await import('./findChromium.ts')
    try {
      process.env.CHROME_PATH = ensureChromium()
    } catch (error) {
      console.error(String(error instanceof Error ? error.message : error))
      process.exit(1)
    }
  }
  const dist = resolve(projectRoot, values.dist)
  const problems = await build(dist, { report: values.report })
  if (problems.length > 0) {
    printProblems(problems)
    process.exit(1)
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(
    `已生成 ${relative(process.cwd(), dist) || dist}/（${htmlFiles(dist).length} 页，${seconds} 秒）`,
  )
}
