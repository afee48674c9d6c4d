import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { projectRoot } from '../../src/roots.ts'
import { shellEnvironment } from '../shellEnvironment.ts'

test('code that was saved after its version was read is other code, also in a process that was given the version', () => {
  const root = mkdtempSync(join(tmpdir(), 'code-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  for (const name of ['src/store', 'src/roots.ts', 'package.json'])
    cpSync(join(projectRoot, name), join(root, name), { recursive: true })
  const script = `
    import { execFileSync } from 'node:child_process'
    import { writeFileSync } from 'node:fs'
    import { codeVersion, isSameCode } from './src/store/codeVersion.ts'
    codeVersion()
    const before = isSameCode()
    writeFileSync('src/more.ts', '')
    const ask = "import('./src/store/codeVersion.ts').then((all) => console.log(all.isSameCode()))"
    const given = execFileSync(process.execPath, ['-e', ask], { encoding: 'utf8' }).trim()
    console.log(before, isSameCode(), given)`
  const { CODE_VERSION: _, ...env } = shellEnvironment({})
  const told = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: root,
    env,
    encoding: 'utf8',
  })
  expect(told.trim()).toBe('true false false')
})
