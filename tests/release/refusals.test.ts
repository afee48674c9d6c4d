import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkRelease } from '../../src/release/checkRelease.ts'
import {
  isStill,
  readVersion,
  uncommitted,
  type Version,
  versionOf,
} from '../../src/release/version.ts'
import { projectRoot } from '../../src/roots.ts'
import { type ContentFolder, fillContentFolder } from '../contentFolder.ts'
import { shellEnvironment } from '../shellEnvironment.ts'

const root = mkdtempSync(join(tmpdir(), 'refusals-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const git = (...args: string[]) => {
  const own = ['-c', 'user.name=示例', '-c', 'user.email=example@example.org']
  const ran = spawnSync('git', [...own, ...args], { cwd: root, encoding: 'utf8' })
  if (ran.status !== 0) throw new Error(ran.stderr)
}

/** The command in a copy of the project that is a repository of its own. */
const release = (args: string[] = [], variables: Record<string, string> = {}) =>
  spawnSync(process.execPath, ['src/tools/release.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: shellEnvironment({ SITE_URL: '', CONTENT_ROOT: '', ...variables }),
  })

let content: ContentFolder
beforeAll(() => {
  content = fillContentFolder(root)
  for (const name of ['src', 'package.json', '.gitignore'])
    cpSync(join(projectRoot, name), join(root, name), { recursive: true })
  for (const name of ['node_modules', 'fonts'])
    symlinkSync(join(projectRoot, name), join(root, name), 'junction')
  git('init', '-q')
  git('add', '-A')
  git('commit', '-qm', 'Begin')
})

const asked = { preview: false, withoutDrafts: false }

test('the version is the day of the commit in China and its first seven digits, in any time zone', () => {
  const commit = '28ee1ae0123456789012345678901234567890ab'
  const lateInLondon = Date.UTC(2026, 10, 29, 16, 30) / 1000
  expect(versionOf(commit, lateInLondon).version).toBe('20261130-28ee1ae')
  expect(readVersion(root)?.version).toMatch(/^\d{8}-[0-9a-f]{7}$/)
  expect(readVersion(tmpdir())).toBeUndefined()
})

test('a committed project may be previewed, and needs the details of its publisher for a release', () => {
  expect(uncommitted(root)).toEqual([])
  expect(checkRelease(root, {}, { ...asked, preview: true })).toEqual([])
  const details = {
    organizer: '政协办公室',
    contact: '0573-82220001',
    publishedAt: '2026-12-01 09:00',
  }
  content.write('data/publisher.json', JSON.stringify(details))
  git('commit', '-qam', 'Name the publisher')
  expect(checkRelease(root, { SITE_URL: 'https://www.nanhu.gov.cn' }, asked)).toEqual([])
  for (const SITE_URL of ['http://localhost:4321', 'https://www.example.org'])
    expect(checkRelease(root, { SITE_URL }, asked)).toMatchObject([
      { file: '环境变量 SITE_URL', found: `不像是真的“${SITE_URL}”` },
    ])
})

test('a new file is not committed, even where git was told not to speak of new files', () => {
  git('config', 'status.showUntrackedFiles', 'no')
  content.write('data/2025/more.txt', '')
  expect(uncommitted(root)).toEqual(['data/2025/more.txt'])
  content.remove('data/2025/more.txt')
})

test('with what is changed or committed while it is made, a release is no longer its version', () => {
  const version = readVersion(root) as Version
  expect(isStill(root, version)).toBe(true)
  content.write('data/2025/more.txt', '')
  expect(isStill(root, version)).toBe(false)
  git('add', '-A')
  git('commit', '-qm', 'Add a file')
  expect(isStill(root, version)).toBe(false)
  git('reset', '-q', '--hard', version.commit)
  expect(isStill(root, version)).toBe(true)
})

test('every reason is told at once, where it stands, and nothing is written', () => {
  content.write('data/publisher.json', '{ "contact": "12345678" }')
  const number = { id: 'supervision.outputs', wording: '8份', value: 8, unit: '份' }
  const indicators = [{ ...number, period: null, status: 'reported' }]
  content.write(
    'data/2025/released.json',
    JSON.stringify({ version: '20261130-28ee1ae', indicators }),
  )
  cpSync(join(root, 'data/2025'), join(root, 'data/2026'), { recursive: true })
  content.write('data/2026/edition.json', '{ "status": "draft" }')
  const { status, stdout, stderr } = release()
  expect(status).toBe(1)
  expect(stdout).toBe('')
  for (const reason of [
    /^data\/publisher\.json:1:1 发现没有提交的改动/m,
    /^data\/publisher\.json:1:\d+ 发现没有填的 organizer/m,
    /^data\/publisher\.json:1:\d+ 发现不像是真的“12345678”/m,
    /^data\/2026\/edition\.json:1:\d+ 发现2026 版还是草稿/m,
    /^data\/2025\/indicators\.json:\d+:\d+ 发现supervision\.outputs 已随 20261130-28ee1ae 发布为“8份”，现在是“6份”/m,
    /^环境变量 SITE_URL:1:1 发现没有设/m,
    /没有发布$/m,
  ])
    expect(stderr).toMatch(reason)
  expect(stderr).not.toMatch(/^\s+at /m)
  expect(existsSync(join(root, 'release'))).toBe(false)
})

test('what a preview may lack is not asked for; what stands in for a value, and content from elsewhere, is refused', () => {
  const { stderr, status } = release(['--preview', '--without-drafts'], {
    CONTENT_ROOT: root,
    SITE_URL: 'https://www.example.gov.cn',
  })
  expect(status).toBe(1)
  expect(stderr).toContain('环境变量 CONTENT_ROOT:1:1')
  expect(stderr).toContain('不像是真的“12345678”')
  for (const lacking of ['环境变量 SITE_URL', '还是草稿', '没有填的'])
    expect(stderr, lacking).not.toContain(lacking)
})

test('an option that it does not know is refused in words', () => {
  const { stderr, status } = release(['--prevew'])
  expect(status).toBe(1)
  expect(stderr).toContain('只有 --preview、--since、--without-drafts')
})
