import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { projectRoot } from '../../src/roots.ts'
import { copyContent } from '../contentCopy.ts'
import { shellEnvironment } from '../shellEnvironment.ts'

const folder = '.build/guarded'
const dist = join(projectRoot, folder)
afterAll(() => rmSync(dist, { recursive: true, force: true }))

test('a build killed between the two renames of its swap gives back the last good site, to its own folder only', () => {
  const copy = copyContent()
  copy.remove('data')
  const run = (name: string) =>
    spawnSync(process.execPath, ['src/tools/build.ts', '--dist', `.build/${name}`], {
      cwd: projectRoot,
      env: shellEnvironment({ CONTENT_ROOT: copy.root }),
    })
  const site = join(projectRoot, '.build/swapped')
  const mark = createHash('sha256').update(site).digest('hex').slice(0, 8)
  const left = join(projectRoot, `.build/previous-${mark}-99999999`)
  mkdirSync(left, { recursive: true })
  writeFileSync(join(left, 'index.html'), '上一次的网页')

  run('other')
  expect(existsSync(join(projectRoot, '.build/other'))).toBe(false)
  run('swapped')
  expect(readFileSync(join(site, 'index.html'), 'utf8')).toBe('上一次的网页')
  expect(existsSync(left)).toBe(false)
  rmSync(site, { recursive: true })
})

test('a build that finds a problem exits 1 and leaves the last good site as it was', () => {
  const copy = copyContent()
  const file = 'content/2025/proposals.mdx'
  copy.write(file, `${copy.read(file)}\n共办理58件。\n`)
  mkdirSync(dist, { recursive: true })
  const page = join(dist, 'index.html')
  writeFileSync(page, '上一次的网页')
  const before = statSync(page).mtimeMs

  const { status, stderr } = spawnSync(process.execPath, ['src/tools/build.ts', '--dist', folder], {
    cwd: projectRoot,
    env: shellEnvironment({ CONTENT_ROOT: copy.root }),
    encoding: 'utf8',
  })

  expect(status).toBe(1)
  expect(stderr).toMatch(/content\/2025\/proposals\.mdx:\d+:\d+ .*58件/)
  expect(readFileSync(page, 'utf8')).toBe('上一次的网页')
  expect(statSync(page).mtimeMs).toBe(before)
})

test('an option that a build does not know is refused in words, and builds nothing', () => {
  for (const args of [['--foo'], ['stray'], ['--dist']]) {
    const { status, stderr } = spawnSync(process.execPath, ['src/tools/build.ts', ...args], {
      cwd: projectRoot,
      env: shellEnvironment({}),
      encoding: 'utf8',
    })
    expect([status, stderr], args.join(' ')).toEqual([
      1,
      expect.stringMatching(/^命令后面.*\n只有 --dist、--report/),
    ])
    expect(stderr).not.toMatch(/^\s+at /m)
  }
})
