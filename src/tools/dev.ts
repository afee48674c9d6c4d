import { dev } from 'astro'
import { readPort, readSettings } from '../publish/settings.ts'
import { contentRoot, projectRoot } from '../roots.ts'
import { printProblems, validate } from './validate.ts'

const { port, problems: refused } = readPort(process.env)
const problems = [...refused, ...validate(contentRoot).problems]
if (problems.length > 0) {
  printProblems(problems)
  process.exit(1)
}
// Astro's development server finds nothing below a path that is not ASCII.
const { base } = readSettings(process.env)
await dev({
  root: projectRoot,
  ...(base.includes('%') ? { base: '/' } : {}),
  server: { host: '127.0.0.1', port },
})
