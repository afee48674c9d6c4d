import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { formatProblem, type Problem } from '../documents/problem.ts'
import { problemsOf } from '../publish/foundProblems.ts'
import { restoreSite, siteKey } from '../publish/keptSite.ts'
import { filesBelow, htmlAmong } from '../publish/siteFiles.ts'
import { projectRoot } from '../roots.ts'
import { isAbandoned } from '../store/abandoned.ts'
import { useStore } from '../store/buildStore.ts'
import { oneAtATime } from './oneAtATime.ts'

const workshop = join(projectRoot, '.build')
const staging = join(workshop, `site-${process.pid}`)
// Two builds, or builds of two content roots, must not read each other's store.
const cacheDir = join(workshop, `cache-${process.pid}`)

/** What a build may make besides the pages. */
interface BuildOptions {
  /** Every edition's PDF, and the links to it. */
  report?: boolean
}

/** How the name begins of where the last good site of a folder stands while another takes its place. */
const previousOf = (dist: string): string => {
  const folder = createHash('sha256').update(dist).digest('hex').slice(0, 8)
  return `previous-${folder}-`
}

/** Clears away what killed builds have left; one killed between the two renames of its swap gives the last good site back. */
function sweep(dist: string): void {
  for (const name of existsSync(workshop) ? readdirSync(workshop) : []) {
    const isPrevious = name.startsWith('previous-')
    // Another folder's last good site is for a build of that folder to give back.
    if (!isAbandoned(name) || (isPrevious && !name.startsWith(previousOf(dist)))) continue
    const left = join(workshop, name)
    if (isPrevious && !existsSync(dist)) renameSync(left, dist)
    else rmSync(left, { recursive: true, force: true })
  }
}

/** Puts a finished site in the place of the last good one. */
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

/**
 * Builds a site anew into the staging folder; resolves to the problems that kept it from being built. Two at once would
 * read each other's content: Astro keeps the list of it in a folder of the project.
 */
async function buildFromScratch(): Promise<Problem[]> {
  // Nothing of Astro, nor of the checks, is loaded where nothing has changed.
  const { validated } = await import('../publish/validated.ts')
  const { problems, notices } = validated()
  if (problems.length > 0) return problems
  printNotices(notices.map(formatProblem))
  // The bundler's threads, one per core for each kind, take more memory than so small a bundle saves time.
  process.env.RAYON_NUM_THREADS ??= '1'
  process.env.TOKIO_WORKER_THREADS ??= '1'
  const { build } = await import('astro')
  const { default: config } = await import('../../astro.config.mjs')
  try {
    // Handed over as it is: Astro would load it, and all that it imports, a second time.
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

/** Prints what an editor should know although nothing wrong is published, to standard error. */
function printNotices(notices: readonly string[]): void {
  for (const notice of notices) console.error(`提醒 ${notice}`)
}

/**
 * Builds the site beside the last good one, or takes it from the store where nothing it is made of has changed, and
 * swaps the two only when every check passes; resolves to the problems.
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
      rmSync(staging, { recursive: true, force: true })
      const problems = await oneAtATime(
        join(workshop, 'lock'),
        '另一个生成正在进行，等它做完……',
        buildFromScratch,
      )
      if (problems.length > 0) return problems
    }
    swap(staging, dist)
    return []
  } finally {
    for (const folder of [staging, cacheDir]) rmSync(folder, { recursive: true, force: true })
  }
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
    const { ensureChromium } = await import('../machine/findChromium.ts')
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
    const { printProblems } = await import('../validation/validate.ts')
    printProblems(problems)
    process.exit(1)
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(
    `已生成 ${relative(process.cwd(), dist) || dist}/（${htmlAmong(filesBelow(dist)).length} 页，${seconds} 秒）`,
  )
}
