import { join } from 'node:path'
import { projectRoot } from '../roots.ts'
import { build } from './build.ts'
import { serve } from './serve.ts'

const problems = await build()
if (problems.length > 0) {
  const { printProblems } = await import('./validate.ts')
  printProblems(problems)
  process.exit(1)
}
const { url } = await serve(join(projectRoot, 'dist'), {
  port: Number(process.env.PORT || 4321),
  base: process.env.BASE_PATH || '/',
})
console.log(`网站已就绪：${url}（Ctrl+C 停止）`)
