import { findNodeAtOffset, getNodePath, type Node, parseTree } from 'jsonc-parser'
import type { Path } from '../documents/document.ts'
import type { Problem } from '../documents/problem.ts'
import { quote } from '../documents/quote.ts'
import { checkRegisters } from '../records/readRegisters.ts'
import { loadRegisters, type Registers } from '../records/registers.ts'
import type { CellProblem } from './cellProblem.ts'
import { clerkWords } from './clerkWords.ts'
import type { CellPlace } from './mergeFile.ts'

/** The new texts of an edition by the names of their files, and what was found wrong with the cells they come from. */
interface NewTexts {
  year: number
  texts: ReadonlyMap<string, string>
  problems: readonly CellProblem[]
}

/** Problems that were not there before the import, told by everything but their line. */
function newProblems(before: readonly Problem[], after: readonly Problem[]): Problem[] {
  const sign = ({ file, found, expected }: Problem) => [file, found, expected].join('\n')
  const counts = new Map<string, number>()
  for (const problem of before) counts.set(sign(problem), (counts.get(sign(problem)) ?? 0) + 1)
  return after.filter((problem) => {
    const left = counts.get(sign(problem)) ?? 0
    counts.set(sign(problem), left - 1)
    return left <= 0
  })
}

/** Finds the path of what stands at a line and column of a text. */
class Places {
  readonly text: string
  private readonly root: Node | undefined
  private readonly lineStarts: number[]

  constructor(text: string) {
    this.text = text
    this.root = parseTree(text)
    this.lineStarts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]
  }

  pathAt(line: number, column?: number): Path {
    const start = this.lineStarts[line - 1] ?? 0
    const indent = /^[ \t]*/.exec(this.text.slice(start, start + 200))?.[0].length ?? 0
    const node =
      this.root && findNodeAtOffset(this.root, start + (column === undefined ? indent : column - 1))
    return node ? getNodePath(node) : []
  }
}

const fileName = (file: string) => /([^/]+)\.json$/.exec(file)?.[1] ?? file

/** What the checks of the records say of the new texts that they did not say before, at the cells that it comes from. */
export function checkPlan(
  root: string,
  before: Registers,
  plan: NewTexts,
  placeOf: ReadonlyMap<string, (path: Path) => CellPlace | undefined>,
): CellProblem[] {
  const folder = `data/${plan.year}/`
  const instead = new Map([...plan.texts].map(([name, text]) => [folder + name, text]))
  const after = loadRegisters(root, plan.year, instead)
  const found = checkRegisters(root, after)
  const problems = found.length === 0 ? [] : newProblems(checkRegisters(root, before), found)
  const textOf = new Map(
    [...after.byName.values()].map(({ document }) => [document.file, document.text]),
  )
  const places = new Map<string, Places>()
  const cellOf = (file: string, line: number, column?: number): CellPlace | undefined => {
    const text = textOf.get(file)
    const find = placeOf.get(fileName(file))
    if (text === undefined || !find) return undefined
    const known = places.get(file) ?? new Places(text)
    places.set(file, known)
    return find(known.pathAt(line, column))
  }
  const reported = new Set(
    plan.problems.map(({ sheet, cell }) => `${sheet} ${cell.replace(/^[A-Z]+/, '')}`),
  )
  return problems.flatMap((problem): CellProblem[] => {
    const { file, line, column } = problem
    const place = cellOf(file, line, column)
    // What could not be read of a row stayed as it was, so that what else is wrong with it may be a consequence.
    if (place && reported.has(`${place.sheet} ${place.cell.replace(/^[A-Z]+/, '')}`)) return []
    const words = clerkWords(problem, (name, at) => {
      const beside = cellOf(name ? folder + name : file, at)
      const row = beside && `第 ${beside.cell.replace(/^[A-Z]+/, '')} 行`
      return beside?.sheet ? `工作表${quote(beside.sheet)}${row}` : row
    })
    return [{ ...(place ?? { sheet: null, cell: `${file} 第 ${line} 行` }), ...words }]
  })
}
