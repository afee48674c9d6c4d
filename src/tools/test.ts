import { parseCLI, startVitest } from 'vitest/node'
import { build } from './build.ts'
import { ensureChromium } from './findChromium.ts'
import { printProblems } from './validate.ts'

try {
  process.env.CHROME_PATH = ensureChromium()
} catch (error) {
  console.error(String(error instanceof Error ? error.message : error))
  process.exit(1)
}

const problems = await build()
if (problems.length > 0) {
  printProblems(problems)
  process.exit(1)
}

const { filter, options } = parseCLI(['vitest', ...process.argv.slice(2)])
const vitest = await startVitest(filter, { ...options, watch: false })
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
  // A file that cannot be loaded has no tests to count, yet it has failed.
  if (module.errors().length > 0) counts.failed++
}
counts.failed += vitest.state.getUnhandledErrors().length
await vitest.close()
for (const reason of reasons) console.log(`跳过：${reason}`)
const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''
console.log(`${counts.passed} passed, ${counts.failed} failed${skipped}`)
process.exit(counts.failed > 0 || counts.passed === 0 ? 1 : 0)
