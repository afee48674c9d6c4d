import { relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { allowedPhrases } from '../prose/allowedPhrases.ts'
import { checkAllowed } from '../prose/checkAllowed.ts'
import { checkProse } from '../prose/checkProse.ts'
import { checkSource } from '../prose/checkSource.ts'
import { readSettings } from '../publish/settings.ts'
import { staleCaveats } from '../records/checkCaveats.ts'
import { formatProblem, type Problem, sortProblems } from '../records/problem.ts'
import { strayChapters } from '../records/readChapters.ts'
import { checkRegisters, type LoadedEdition, loadEdition } from '../records/readRegisters.ts'
import { listEditions } from '../records/registers.ts'
import { contentRoot, projectRoot } from '../roots.ts'
import { checkDrawings } from './checkDrawings.ts'
import { checkStatements, staleStatements } from './checkStatements.ts'

const noEdition: Problem = {
  file: 'data',
  line: 1,
  column: 1,
  found: '没有任何一版的数据',
  expected: 'data/ 里至少有一个以年份命名的文件夹，例如 data/2025/',
  hint: '核对 CONTENT_ROOT 指向的文件夹',
}

/** What a content root holds, and what is to be said of it. */
export interface Validation {
  editions: LoadedEdition[]
  /** Phrases that may stand as they are although they hold a number word: of the editions, and of the project's own. */
  allowed: string[]
  /** Everything wrong, in order; nothing may be published while there is any. */
  problems: Problem[]
  /** What an editor should know although nothing wrong is published. */
  notices: Problem[]
}

const loadAll = (root: string) => listEditions(root).map((year) => loadEdition(root, year))

/** Reads and checks the content and data below a root, the words typed in the project's source, and what the environment sets. */
export function validate(root: string): Validation {
  const editions = loadAll(root)
  const registers = editions.map((edition) => edition.registers)
  // Pages also show words typed in the project's own source.
  const isOwn = resolve(root) === resolve(projectRoot)
  const own = isOwn ? [] : loadAll(projectRoot).map((edition) => edition.registers)
  const allowed = allowedPhrases([...registers, ...own])
  const settings = readSettings(process.env).problems
  if (editions.length === 0)
    return { editions, allowed, problems: [noEdition, ...settings], notices: [] }
  const proses = registers.map((each) => checkProse(root, each))
  const source = checkSource(projectRoot, allowed)
  const texts = [...proses.flatMap((prose) => prose.texts), ...source.texts]
  const problems = sortProblems([
    ...settings,
    ...registers.flatMap((each) => checkRegisters(root, each)),
    ...editions.flatMap(checkDrawings),
    ...editions.flatMap(checkStatements),
    ...proses.flatMap((prose) => prose.problems),
    ...strayChapters(root),
    ...source.problems,
    ...registers.flatMap((each) => checkAllowed(each, texts)),
  ])
  return {
    editions,
    allowed,
    problems,
    notices: editions.flatMap((each) => [
      ...staleCaveats(each.registers),
      ...staleStatements(each),
    ]),
  }
}

/** Prints every problem and how many there are, to standard error. */
export function printProblems(problems: readonly Problem[]): void {
  for (const problem of problems) console.error(formatProblem(problem))
  console.error(`发现 ${problems.length} 个问题`)
}

/** Prints what an editor should know although nothing wrong is published, to standard error. */
export function printNotices(notices: readonly Problem[]): void {
  for (const notice of notices) console.error(`提醒 ${formatProblem(notice)}`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { problems, notices } = validate(contentRoot)
  if (problems.length > 0) {
    printProblems(problems)
    process.exit(1)
  }
  printNotices(notices)
  console.log(`数据与内容检查通过（${relative(process.cwd(), contentRoot) || '.'}）`)
}
