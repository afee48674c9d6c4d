import type { Problem } from '../documents/problem.ts'
import { unboundQuantities } from './checkWords.ts'
import { projectPassages } from './sourcePassages.ts'

/** Quantities typed by hand in the project's own .astro and .ts files, and the texts that were read. */
export function checkSource(
  projectRoot: string,
  allowed: readonly string[],
): { texts: string[]; problems: Problem[] } {
  const passages = projectPassages(projectRoot)
  return {
    texts: passages.map(({ text }) => text),
    problems: unboundQuantities(passages, { allowed, indicators: [] }),
  }
}
