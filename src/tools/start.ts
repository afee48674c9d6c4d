import { join } from 'node:path'
import { serve } from '../machine/serve.ts'
import { projectRoot } from '../roots.ts'
import { currentPort, currentSettings } from '../validation/settings.ts'
import { build } from './build.ts'

const { port, problems: refused } = currentPort()
const { base, problems: unread } = currentSettings()
const problems = refused.length > 0 ? [...refused, ...unread] : await build()
if (problems.length > 0) {
  const { printProblems } = await import('../validation/validate.ts')
  printProblems(problems)
  process.exit(1)
}
try {
  const { url } = await serve(join(projectRoot, 'dist'), { port, base })
  console.log(`网站已就绪：${url}（Ctrl+C 停止）`)
} catch (error) {
  console.error(String(error instanceof Error ? error.message : error))
  process.exit(1)
}
