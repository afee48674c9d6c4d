import { spawnSync } from 'node:child_process'
import { parseCLI, startVitest } from 'vitest/node'
import { ensureChromium } from '../machine/findChromium.ts'
import { ensureEngines } from '../machine/findEngines.ts'
import { ensureOfficePrograms } from '../machine/officePrograms.ts'
import { ensurePdftotext } from '../machine/pdftotext.ts'
import { projectRoot } from '../roots.ts'
import { beginPassing } from '../store/passed.ts'
import { TestProgress } from './testProgress.ts'
import { withoutSettings } from './withoutSettings.ts'

withoutSettings()

const remember = beginPassing('site')
const { filter, options } = parseCLI(['vitest', ...process.argv.slice(2)])
const projects = [options.project ?? []].flat()

// The project `unit` only tests functions, so it needs neither a browser nor a built site.
if (projects.length === 0 || projects.some((name) => name !== 'unit')) {
  if (projects.length === 0 || projects.includes('site')) {
    ensurePdftotext()
    ensureOfficePrograms()
  }
  try {
    process.env.CHROME_PATH = ensureChromium()
  } catch (error) {
    console.error(String(error instanceof Error ? error.message : error))
    process.exit(1)
  }
  if (projects.length === 0 || projects.includes('browser')) ensureEngines()
  const { status } = spawnSync(process.execPath, ['src/tools/build.ts'], {
    cwd: projectRoot,
    stdio: 'inherit',
  })
  if (status !== 0) process.exit(1)
}

const vitest = await startVitest(filter, {
  ...options,
  ...(process.stdout.isTTY && !options.reporter && { reporters: [new TestProgress()] }),
  watch: false,
})
const counts = { passed: 0, failed: 0, skipped: 0 }
const reasons = new Set<string>()
for (const module of vitest.state.getTestModules()) {
  for (const test of module.children.allTests()) {
    const result = test.result()
    if (result.state === 'passed') counts.passed++
    else if (result.state === 'skipped') {
      counts.skipped++
      if (result.note) reasons.add(result.note)
    } else counts.failed++
  }
  // A test file that cannot be loaded has no tests to count, but it has failed.
  if (module.errors().length > 0) counts.failed++
}
counts.failed += vitest.state.getUnhandledErrors().length
await vitest.close()
for (const reason of reasons) console.log(`跳过：${reason}`)
const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''
console.log(`${counts.passed} passed, ${counts.failed} failed${skipped}`)
// Only a run that no option narrows, of this repository without settings, says something of a release.
const isWhole =
  process.argv.slice(2).every((word) => /^(?:--project(?:=site)?|site)$/.test(word)) &&
  ['CONTENT_ROOT', 'PREVIEW', 'SITE_URL', 'TIANDITU_KEY'].every((name) => !process.env[name]) &&
  (process.env.BASE_PATH || '/') === '/'
const tested = projects.length === 0 || projects.includes('site')
if (isWhole && tested && counts.failed === 0 && counts.passed > 0) remember()
process.exit(counts.failed > 0 || counts.passed === 0 ? 1 : 0)
