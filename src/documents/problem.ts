import { seen } from '../facts/characters.ts'

/** One mistake in content or data: where it is (counted from 1), what was found, what was expected, what to do. */
export interface Problem {
  file: string
  line: number
  column: number
  found: string
  expected: string
  hint: string
}

/** What a problem says, apart from where it is. */
export type ProblemWords = Pick<Problem, 'found' | 'expected' | 'hint'>

/** The parts of a problem's line: `文件:行:列`, `发现…；应为…。`, and `提示：…。` if there is a hint. */
export function problemParts(problem: Problem): {
  place: string
  finding: string
  advice: string
} {
  const { file, line, column, found, expected, hint } = problem
  return {
    place: seen(`${file}:${line}:${column}`),
    finding: seen(`发现${found}；应为${expected}。`),
    advice: seen(hint && `提示：${hint.replace(/。$/, '')}。`),
  }
}

/** One line of Chinese for one problem: `文件:行:列 发现…；应为…。提示：…`. */
export function formatProblem(problem: Problem): string {
  const { place, finding, advice } = problemParts(problem)
  return `${place} ${finding}${advice}`
}

/** Problems sorted by file, line and column, without duplicates. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const unique = new Map(problems.map((problem) => [formatProblem(problem), problem]))
  return [...unique.values()].sort(
    (a, b) =>
      (a.file < b.file ? -1 : Number(a.file > b.file)) || a.line - b.line || a.column - b.column,
  )
}

const maxListedLines = 8

const value = /“[^”]*”|-?\d[\d.]*/g
const withoutValues = (found: string) => found.replace(value, '“”')
const valuesIn = (found: string) => (found.match(value) ?? []).map((one) => ` ${one}`).join('')

/**
 * Problems as they are listed: those of one file that differ in nothing but the value they found, at the first place,
 * which names the other lines, and the values there where they are others.
 */
export function mergeAlike(problems: readonly Problem[]): Problem[] {
  const alike = Map.groupBy(problems, ({ file, found, expected, hint }) =>
    [file, withoutValues(found), expected, hint].join('\n'),
  )
  return [...alike.values()].map(([first, ...others]) => {
    const { hint, found } = first as Problem
    if (others.length === 0) return first as Problem
    const shown = others.slice(0, maxListedLines)
    const isSame = others.every((other) => other.found === found)
    const lines = isSame
      ? `在第 ${shown.map(({ line }) => line).join('、')}`
      : shown.map((other) => `第 ${other.line} 行${valuesIn(other.found)}`).join('、')
    const rest = others.length > maxListedLines ? '……' : ''
    const same = `同样的另有 ${others.length} 处，${lines}${rest}${isSame ? ' 行' : ''}`
    return {
      ...(first as Problem),
      hint: [hint.replace(/。$/, ''), same].filter(Boolean).join('；'),
    }
  })
}
