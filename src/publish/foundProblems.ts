import { formatProblem, mergeAlike, type Problem } from '../documents/problem.ts'

/** Thrown to end a build because of problems in content or data; each problem is a line of its message. */
export class FoundProblems extends Error {
  readonly problems: Problem[]

  constructor(problems: Problem[]) {
    super(`${mergeAlike(problems).map(formatProblem).join('\n')}\n发现 ${problems.length} 个问题`)
    this.name = '检查没有通过'
    this.problems = problems
  }
}

/** The problems that ended a build, wherever they were thrown; undefined for any other error. */
export function problemsOf(error: unknown): Problem[] | undefined {
  // Astro loads the integration as a module of its own, so the class may be a second one of the same name.
  const problems = (error as { problems?: Problem[] } | undefined)?.problems
  return Array.isArray(problems) ? problems : undefined
}
