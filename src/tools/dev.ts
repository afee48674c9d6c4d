import { dev } from 'astro'
import { contentRoot, projectRoot } from '../roots.ts'
import { printProblems, validate } from './validate.ts'

const { problems } = validate(contentRoot)
if (problems.length > 0) {
  printProblems(problems)
  process.exit(1)
}
const port = Number(process.env.PORT || 4321)
await dev({ root: projectRoot, server: { host: '127.0.0.1', port } })
