import { formatProblem, type Problem } from '../documents/problem.ts'

/** Ends a build: what is wrong with what is to be published, each place in its own line. */
export class FoundProblems extends Error {
  readonly problems: Problem[]

  constructor(problems: Problem[]) {
    super(`${problems.map(formatProblem).join('\n')}\n发现 ${problems.length} 个问题`)
    this.name = '检查没有通过'
    this.problems = problems
  }
}

/** The problems that ended a build, wherever in it they were thrown; undefined when something else did. */
export function problemsOf(error: unknown): Problem[] | undefined {
  // Astro loads the integration as a module of its own, so the class may be another one of the same name.
  const problems = (error as { problems?: Problem[] } | undefined)?.problems
  return Array.isArray(problems) ? problems : undefined
}
