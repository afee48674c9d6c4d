import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { parse } from 'yaml'
import { filesBelow } from '../../src/publish/siteFiles.ts'
import { uncommitted } from '../../src/release/version.ts'
import { projectRoot } from '../../src/roots.ts'

const read = (file: string) => parse(readFileSync(join(projectRoot, file), 'utf8'))
const github: { run?: string }[] = read('.github/workflows/site.yml').jobs.publish.steps
const gitlab: { pages: { script: string[] }; cache: { paths: string[] } } =
  read('deploy/gitlab-ci.yml')

/** A new folder with the project's files of these names. */
function copyProject(...names: string[]): string {
  const root = mkdtempSync(join(tmpdir(), 'pipeline-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  for (const name of names) cpSync(join(projectRoot, name), join(root, name), { recursive: true })
  return root
}

function write(root: string, file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), text)
}

test.each([
  ['GitHub', github.flatMap(({ run }) => run ?? [])],
  ['GitLab', gitlab.pages.script],
])('%s is handed the released site and nothing else', (_, commands) => {
  const root = copyProject('public')
  const site = ['2025/index.html', 'index.html']
  for (const file of site) write(root, `release/2025-20261130-28ee1ae/site/${file}`, '网页')
  const rest = commands.slice(commands.indexOf('npm run release') + 1)
  for (const command of rest) execFileSync('sh', ['-c', command], { cwd: root })
  expect(filesBelow(join(root, 'public'))).toEqual(site)
})

test('what GitLab keeps from run to run does not count as work that is not committed', () => {
  const root = copyProject('.gitignore')
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=示例', '-c', 'user.email=a@example.org', ...args], {
      cwd: root,
    })
  git('init', '-q')
  git('add', '-A')
  git('commit', '-qm', 'Begin')
  for (const folder of gitlab.cache.paths) write(root, `${folder}/kept`, '')
  expect(uncommitted(root)).toEqual([])
})
