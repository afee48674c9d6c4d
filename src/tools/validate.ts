import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkAllowed } from '../prose/checkAllowed.ts'
import { checkProse } from '../prose/checkProse.ts'
import { checkSource } from '../prose/checkSource.ts'
import { formatProblem, type Problem, sortProblems } from '../records/problem.ts'
import { strayChapters } from '../records/readChapters.ts'
import { checkRegisters } from '../records/readRegisters.ts'
import { listEditions, loadRegisters } from '../records/registers.ts'
import { checkDrawings } from './checkDrawings.ts'
import { checkStatements, staleStatements } from './checkStatements.ts'
import { contentRoot, projectRoot } from './roots.ts'

const noEdition: Problem = {
  file: 'data',
  line: 1,
  column: 1,
  found: '没有任何一版的数据',
  expected: 'data/ 里至少有一个以年份命名的文件夹，例如 data/2025/',
  hint: '核对 CONTENT_ROOT 指向的文件夹',
}

/** Everything wrong in the content and data below root, and in words typed in the project's source, in order. */
export function validate(root: string): Problem[] {
  const editions = listEditions(root).map((year) => loadRegisters(root, year))
  if (editions.length === 0) return [noEdition]
  const proses = editions.map((registers) => checkProse(root, registers))
  const source = checkSource(projectRoot, root)
  const texts = [...proses.flatMap((prose) => prose.texts), ...source.texts]
  return sortProblems([
    ...editions.flatMap((registers) => checkRegisters(root, registers)),
    ...editions.flatMap(({ year }) => checkDrawings(root, year)),
    ...editions.flatMap(({ year }) => checkStatements(root, year)),
    ...proses.flatMap((prose) => prose.problems),
    ...strayChapters(root),
    ...source.problems,
    ...editions.flatMap((registers) => checkAllowed(registers, texts)),
  ])
}

/** Prints what an editor should know although nothing wrong is published, to standard error. */
export function printNotices(root: string): void {
  for (const notice of listEditions(root).flatMap((year) => staleStatements(root, year))) {
    console.error(`提醒 ${formatProblem(notice)}`)
  }
}

/** Prints every problem and how many there are, to standard error. */
export function printProblems(problems: readonly Problem[]): void {
  for (const problem of problems) console.error(formatProblem(problem))
  console.error(`发现 ${problems.length} 个问题`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const problems = validate(contentRoot)
  if (problems.length > 0) {
    printProblems(problems)
    process.exit(1)
  }
  printNotices(contentRoot)
  console.log(`数据与内容检查通过（${relative(process.cwd(), contentRoot) || '.'}）`)
}
