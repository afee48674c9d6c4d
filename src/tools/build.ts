import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { formatProblem, type Problem } from '../documents/problem.ts'
import { problemsOf } from '../publish/foundProblems.ts'
import { restoreSite, siteKey } from '../publish/keptSite.ts'
import { filesBelow, htmlAmong } from '../publish/siteFiles.ts'
import { contentRoot, projectRoot } from '../roots.ts'
import { isAbandoned } from '../store/abandoned.ts'
import { useStore } from '../store/buildStore.ts'
import { readArguments, refuse } from './commandArguments.ts'
import { oneAtATime } from './oneAtATime.ts'

const workshop = join(projectRoot, '.build')
const staging = join(workshop, `site-${process.pid}`)
// Parallel builds, perhaps of different content roots, must not share Astro's cache.
const cacheDir = join(workshop, `cache-${process.pid}`)

/** Optional results of a build beside the pages. */
interface BuildOptions {
  /** Every edition's PDF, and the links to it. */
  report?: boolean
}

/** The start of the name under which a folder's last good site is kept while it is being replaced. */
const previousOf = (dist: string): string => {
  const folder = createHash('sha256').update(dist).digest('hex').slice(0, 8)
  return `previous-${folder}-`
}

/**
 * Deletes what killed builds have left behind; if one was killed while swapping folders, the last good site is
 * restored.
 */
function sweep(dist: string): void {
  for (const name of existsSync(workshop) ? readdirSync(workshop) : []) {
    const isPrevious = name.startsWith('previous-')
    // The last good site of another folder is left to a build of that folder.
    if (!isAbandoned(name) || (isPrevious && !name.startsWith(previousOf(dist)))) continue
    const left = join(workshop, name)
    if (isPrevious && !existsSync(dist)) renameSync(left, dist)
    else rmSync(left, { recursive: true, force: true })
  }
}

/** Replaces the last good site with a finished one. */
function swap(site: string, dist: string): void {
  const previous = join(workshop, previousOf(dist) + process.pid)
  if (existsSync(dist)) renameSync(dist, previous)
  try {
    renameSync(site, dist)
  } catch (error) {
    if (existsSync(previous)) renameSync(previous, dist)
    throw error
  }
  rmSync(previous, { recursive: true, force: true })
}

/** Builds a site from scratch into the staging folder; resolves to the problems that prevented it. */
async function buildFromScratch(): Promise<Problem[]> {
  rmSync(staging, { recursive: true, force: true })
  // Astro and the checks are loaded only if something has changed.
  const { validated } = await import('../publish/validated.ts')
  const { problems, notices } = validated()
  if (problems.length > 0) return problems
  printNotices(notices.map(formatProblem))
  // The bundler starts several threads per core, which costs more memory than this small bundle gains in time.
  process.env.RAYON_NUM_THREADS ??= '1'
  process.env.TOKIO_WORKER_THREADS ??= '1'
  const { build } = await import('astro')
  const { default: config } = await import('../../astro.config.mjs')
  try {
    // Passed as a value: otherwise Astro would load the file, and everything it imports, a second time.
    await build({
      ...config,
      root: projectRoot,
      outDir: staging,
      cacheDir,
      configFile: false,
      logLevel: 'warn',
    })
    return []
  } catch (error) {
    const found = problemsOf(error)
    if (found) return found
    throw error
  }
}

/** Runs a build when no other runs: two would mix up their content, for Astro keeps its list of it in the project. */
const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> =>
  oneAtATime(join(workshop, 'lock'), '另一个生成正在进行，等它做完……', work)

/**
 * Builds the pages of one older edition into the store, for `npm run assemble` to take; resolves to the problems.
 */
export async function buildEdition(year: number): Promise<Problem[]> {
  mkdirSync(workshop, { recursive: true })
  process.env.APART = String(year)
  try {
    return await inTurn(buildFromScratch)
  } finally {
    delete process.env.APART
    for (const folder of [staging, cacheDir]) rmSync(folder, { recursive: true, force: true })
  }
}

/** Prints notices to standard error: things an editor should know although nothing wrong is published. */
function printNotices(notices: readonly string[]): void {
  for (const notice of notices) console.error(`提醒 ${notice}`)
}

/**
 * Builds the site next to the last good one, or takes it from the store if nothing has changed, and swaps the two only
 * if every check passes; resolves to the problems.
 */
export async function build(
  dist = join(projectRoot, 'dist'),
  { report = false }: BuildOptions = {},
): Promise<Problem[]> {
  mkdirSync(workshop, { recursive: true })
  sweep(dist)
  if (report) process.env.REPORT = '1'
  else delete process.env.REPORT
  const store = useStore()
  try {
    const notices = restoreSite(store, siteKey(), staging)
    if (notices) printNotices(notices)
    else {
      const problems = await inTurn(buildFromScratch)
      if (problems.length > 0) return problems
    }
    swap(staging, dist)
    return []
  } finally {
    for (const folder of [staging, cacheDir]) rmSync(folder, { recursive: true, force: true })
  }
}

/** Finds the browser that prints the PDF; ends the command where there is none. */
export async function preparePrinting(): Promise<void> {
  const { ensureChromium } = await import('../machine/findChromium.ts')
  try {
    process.env.CHROME_PATH = ensureChromium()
    process.env.REPORT = '1'
  } catch (error) {
    console.error(String(error instanceof Error ? error.message : error))
    process.exit(1)
  }
}

/** Prints the problems of a build, if there are any, and ends the command. */
export async function endOn(problems: readonly Problem[]): Promise<void> {
  if (problems.length === 0) return
  const { printProblems } = await import('../validation/validate.ts')
  printProblems(problems)
  process.exit(1)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const started = performance.now()
  const { told, files } = readArguments({ dist: 'text', report: 'flag' })
  if (files.length > 0)
    refuse(`命令后面多了 ${files.join(' ')}`, '只有 --dist、--report，都写在 -- 后面')
  if (told.report) await preparePrinting()
  const dist = resolve(projectRoot, told.dist || 'dist')
  const problems = await build(dist, { report: told.report !== undefined })
  await endOn(problems)
  const { isDraft, listEditions } = await import('../records/registers.ts')
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const drafts = listEditions(contentRoot).filter((year) => isDraft(contentRoot, year))
  if (drafts.length > 0) console.log(`${drafts.join('、')} 版是草稿，没有生成；用 npm run dev 看`)
  console.log(
    `已生成 ${relative(process.cwd(), dist) || dist}/（${htmlAmong(filesBelow(dist)).length} 页，${seconds} 秒）`,
  )
}
