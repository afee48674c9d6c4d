import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { projectRoot } from '../../src/roots.ts'
import { shellEnvironment } from '../shellEnvironment.ts'

/** Whether a repository counts as checked after its checks, during which a command of the shell is run. */
function hasPassedAfter(meanwhile: string): boolean {
  const root = mkdtempSync(join(tmpdir(), 'passed-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  for (const name of ['src/store', 'src/roots.ts', 'package.json', '.gitignore'])
    cpSync(join(projectRoot, name), join(root, name), { recursive: true })
  const author = { GIT_AUTHOR_NAME: '示例', GIT_AUTHOR_EMAIL: 'example@example.org' }
  const committer = { GIT_COMMITTER_NAME: '示例', GIT_COMMITTER_EMAIL: 'example@example.org' }
  const options = {
    cwd: root,
    encoding: 'utf8',
    env: shellEnvironment({ BUILD_STORE: join(root, '.cache'), ...author, ...committer }),
  } as const
  execFileSync('sh', ['-c', 'git init -q && git add -A && git commit -qm Begin'], options)
  const script = `
    import { execSync } from 'node:child_process'
    import { beginPassing, hasPassed } from './src/store/passed.ts'
    const remember = beginPassing('check')
    execSync(${JSON.stringify(meanwhile)})
    remember()
    console.log(hasPassed('check'))`
  const told = execFileSync(process.execPath, ['--input-type=module', '-e', script], options)
  return told === 'true\n'
}

test('what is committed when checks begin and when they end has passed, other commits have not', () => {
  expect(hasPassedAfter('true')).toBe(true)
  expect(hasPassedAfter('echo >>package.json')).toBe(false)
  expect(hasPassedAfter('echo >>package.json; git commit -qam Edit')).toBe(false)
})
