import { relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { problemAt } from '../documents/document.ts'
import { formatProblem, mergeAlike, type Problem, sortProblems } from '../documents/problem.ts'
import { photoNotices } from '../photos/checkPhotos.ts'
import { allowedPhrases } from '../prose/allowedPhrases.ts'
import { checkAllowed } from '../prose/checkAllowed.ts'
import { checkProse } from '../prose/checkProse.ts'
import { checkSource } from '../prose/checkSource.ts'
import { staleCaveats } from '../records/checkCaveats.ts'
import { checkCopied } from '../records/checkCopied.ts'
import { checkDefinitions } from '../records/checkDefinitions.ts'
import { strayChapters } from '../records/readChapters.ts'
import { checkRegisters, type LoadedEdition, loadEditions } from '../records/readRegisters.ts'
import { strayDays } from '../records/strayDays.ts'
import { contentRoot, projectRoot } from '../roots.ts'
import { checkDrawings } from './checkDrawings.ts'
import { checkStatements, staleStatements } from './checkStatements.ts'
import { readSettings } from './settings.ts'
import { readSiteFile } from './siteFile.ts'

const noEdition: Problem = {
  file: 'data',
  line: 1,
  column: 1,
  found: '没有任何一版的数据',
  expected: 'data/ 里至少有一个以年份命名的文件夹，例如 data/2025/',
  hint: '核对 CONTENT_ROOT 指向的文件夹',
}

/** The problem that nothing is published, at the newest draft. */
function nothingPublished(drafts: readonly LoadedEdition[]): Problem[] {
  const newest = drafts.at(-1)
  const document = newest?.registers.byName.get('edition')?.document
  if (!newest || !document) return [noEdition]
  const words = {
    found: `只有草稿，没有已发布的一版（最新的草稿是 ${newest.year}）`,
    expected: '至少一版的 status 是 published',
    hint: `这一版可以发布了，就写 "status": "published"；还在写，用 npm run dev 看`,
  }
  return [problemAt(document, ['status'], words)]
}

/** The contents of a content root and the result of all checks. */
export interface Validation {
  /** The editions that have pages, ascending. */
  editions: LoadedEdition[]
  /** Phrases that may be written although they contain a number word, of all editions and of the project. */
  allowed: string[]
  /** Everything wrong, in order; nothing is published while there is any. */
  problems: Problem[]
  /** What an editor should know although nothing wrong is published, each thing once a file. */
  notices: Problem[]
}

/** What is wrong in one edition, and every text that could be read of it. */
function checkEdition(
  root: string,
  edition: LoadedEdition,
  all: readonly LoadedEdition[],
): { problems: Problem[]; texts: string[] } {
  const prose = checkProse(root, edition.registers)
  const problems = [
    ...checkRegisters(root, edition.registers),
    ...checkDefinitions(
      edition.registers,
      all.map(({ registers }) => registers),
    ),
    ...checkDrawings(edition, prose.figures),
    ...checkStatements(edition),
    ...prose.problems,
    ...(edition.isDraft ? [] : prose.unwritten),
  ]
  return { problems, texts: prose.texts }
}

/**
 * Reads and checks the content and data below a root, the words in the project's source, and the settings. Problems of
 * a draft become notices, unless drafts are shown.
 */
export function validate(root: string, { drafts: showsDrafts = false } = {}): Validation {
  const all = loadEditions(root)
  const drafts = all.filter(({ isDraft }) => isDraft)
  const editions = showsDrafts ? all : all.filter(({ isDraft }) => !isDraft)
  // Pages also show words typed in the project's own source.
  const isOwn = resolve(root) === resolve(projectRoot)
  const own = isOwn ? [] : loadEditions(projectRoot)
  const allowed = allowedPhrases([...all, ...own].map(({ registers }) => registers))
  const settings = readSettings(process.env, readSiteFile(root)).problems
  if (editions.length === 0) {
    const problems = [...nothingPublished(drafts), ...settings]
    return { editions, allowed, problems, notices: [] }
  }
  const checked = new Map(
    all.map((edition) => [edition, checkEdition(root, edition, all)] as const),
  )
  const problemsIn = (some: readonly LoadedEdition[]) =>
    some.flatMap((edition) => checked.get(edition)?.problems ?? [])
  const source = checkSource(projectRoot, allowed)
  const texts = [...checked.values().flatMap((edition) => edition.texts), ...source.texts]
  const problems = sortProblems([
    ...settings,
    ...problemsIn(editions),
    ...checkCopied(
      root,
      all,
      editions.filter(({ isDraft }) => !isDraft),
    ),
    ...strayChapters(root),
    ...source.problems,
    ...editions.flatMap(({ registers }) => checkAllowed(registers, texts)),
  ])
  const notices = editions.flatMap((each) => [
    ...staleCaveats(each.registers),
    ...staleStatements(each),
    ...strayDays(each.registers),
    ...photoNotices(root, each.year, each.registers.byName.get('captions')?.document),
  ])
  const unfinished = showsDrafts ? [] : sortProblems(problemsIn(drafts))
  return { editions, allowed, problems, notices: mergeAlike([...notices, ...unfinished]) }
}

/** Prints every problem and how many there are, to standard error. */
export function printProblems(problems: readonly Problem[]): void {
  for (const problem of mergeAlike(problems)) console.error(formatProblem(problem))
  console.error(`发现 ${problems.length} 个问题`)
}

/** Prints notices to standard error: things an editor should know although nothing wrong is published. */
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
