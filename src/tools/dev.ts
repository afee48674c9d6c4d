import { dev } from 'astro'
import config from '../../astro.config.mjs'
import { liveCheck } from '../dev/liveCheck.ts'
import { projectRoot } from '../roots.ts'
import { currentPort, currentSettings } from '../validation/settings.ts'
import { printProblems } from '../validation/validate.ts'

const { port, problems: refused } = currentPort()
const { base, problems } = currentSettings()
// Saving a file cannot fix these.
if (refused.length + problems.length > 0) {
  printProblems([...refused, ...problems])
  process.exit(1)
}
const { address } = await dev({
  ...config,
  // Astro's development server finds no page below a base path with non-ASCII characters.
  base: base.includes('%') ? '/' : base,
  // Passed as a value: modules that Astro loads itself cannot import anything more once the server runs.
  configFile: false,
  root: projectRoot,
  integrations: [...(config.integrations ?? []), liveCheck()],
  server: { host: '127.0.0.1', port },
  logLevel: 'error',
})
if (address.port !== port) console.log(`端口 ${port} 已有别的程序在用，改用 ${address.port}`)
console.log(`边写边看：http://127.0.0.1:${address.port}${base}（Ctrl+C 停止）`)
