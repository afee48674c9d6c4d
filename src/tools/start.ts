import { preview } from 'astro'
import { build } from './build.ts'
import { projectRoot } from './roots.ts'
import { printProblems } from './validate.ts'

const problems = await build()
if (problems.length > 0) {
  printProblems(problems)
  process.exit(1)
}
const port = Number(process.env.PORT || 4321)
const server = await preview({
  root: projectRoot,
  logLevel: 'error',
  server: { host: '127.0.0.1', port },
})
console.log(
  `网站已就绪：http://127.0.0.1:${server.port}${process.env.BASE_PATH || '/'}（Ctrl+C 停止）`,
)
