import { spawn, spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeRelease } from '../../src/bench/makeRelease.ts'
import { filesBelow } from '../../src/publish/siteFiles.ts'
import { projectRoot } from '../../src/roots.ts'

const script = join(projectRoot, 'deploy/publish.sh')
const canKill = existsSync('/proc/self/stat') && spawnSync('flock', ['--version']).status === 0
const commands =
  'basename cat chmod cmp cp cut date find flock head id ln mkdir mv readlink realpath rm sed sha256sum sort stat sync tail tar touch'.split(
    ' ',
  )

/**
 * A folder of commands that count themselves, and kill from the one with the number KILL_AT on: `all` kills everything
 * while that command runs, `script` only the script before it.
 */
function writeDeadlyCommands(folder: string): void {
  mkdirSync(folder)
  for (const command of commands) {
    const { stdout } = spawnSync('sh', ['-c', `command -v ${command}`], { encoding: 'utf8' })
    const real = stdout.trim()
    writeFileSync(
      join(folder, command),
      `#!/bin/sh
echo >>"$KILL_COUNT"
read -r _ _ _ _ group _ </proc/self/stat
if [ "$(/usr/bin/wc -l <"$KILL_COUNT")" -ge "$KILL_AT" ]; then
  case $KILL_WHAT in
  all) ${real} "$@" & kill -9 0 ;;
  script) kill -9 "$group" ;;
  esac
fi
exec ${real} "$@"
`,
      { mode: 0o755 },
    )
  }
}

const pages = (version: string) => ({
  'index.html': `首页 ${version}`,
  '404.html': `没有这一页 ${version}`,
  [`2025/page-${version}/index.html`]: `另一页 ${version}`,
  [`_astro/page.${version}.js`]: `脚本 ${version}`,
})

describe.skipIf(!canKill)('publish.sh killed（没有 flock、/proc 则略过）', () => {
  let place: string
  let prepared: string
  let release: string
  let before: Record<string, string>
  let after: Record<string, string>
  const tree = (root: string) =>
    Object.fromEntries(
      filesBelow(join(root, 'current')).map((file) => [
        file,
        readFileSync(join(root, 'current', file), 'utf8'),
      ]),
    )
  const publish = (folder: string, root: string) =>
    spawnSync(script, [folder, root], { encoding: 'utf8' })
  const releaseOf = (version: string) => makeRelease(join(place, `2025-${version}`), pages(version))
  /** A copy of a web root in which five releases are kept and the next removes one. */
  const copyRoot = (name: string) => {
    const root = join(place, name)
    cpSync(prepared, root, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true })
    return root
  }
  /** Publishes until it is killed at a command; resolves to whether it was. */
  const publishKilled = (root: string, what: string, at: number) =>
    new Promise<boolean>((resolve) => {
      const child = spawn(script, [release, root], {
        detached: true,
        stdio: 'ignore',
        env: {
          ...process.env,
          PATH: `${join(place, 'commands')}:${process.env.PATH}`,
          KILL_AT: String(at),
          KILL_WHAT: what,
          KILL_COUNT: `${root}.count`,
        },
      })
      child.once('close', (_code, signal) => resolve(signal === 'SIGKILL'))
    })

  beforeAll(() => {
    place = mkdtempSync(join(tmpdir(), 'killed-'))
    writeDeadlyCommands(join(place, 'commands'))
    prepared = join(place, 'prepared')
    mkdirSync(prepared)
    for (const version of ['1', '2', '3', '4', '5'])
      expect(publish(releaseOf(version), prepared).status).toBe(0)
    release = releaseOf('6')
    before = tree(prepared)
    const root = copyRoot('whole')
    publish(release, root)
    after = tree(root)
    expect(after).not.toEqual(before)
  })
  afterAll(() => rmSync(place, { recursive: true, force: true }))

  test.each([
    ['all', 3],
    ['script', 9],
  ])(
    'with %s dead at any command the site is the old one or the new one, and the next run finishes',
    async (what, step) => {
      let at = 1
      for (; ; at += step) {
        const root = copyRoot(`${what}-${at}`)
        if (!(await publishKilled(root, what, at))) break
        const name = `${what} ${at}`
        expect([before, after], name).toContainEqual(tree(root))
        // What the script had started may still be running, and keeps the lock until it ends.
        spawnSync('flock', [join(root, '.lock'), 'true'])
        expect([before, after], name).toContainEqual(tree(root))
        expect(publish(release, root), name).toMatchObject({ status: 0, stderr: '' })
        expect(tree(root), name).toEqual(after)
        expect(readdirSync(join(root, 'releases')), name).toHaveLength(5)
        expect(existsSync(join(root, '.work')), name).toBe(false)
        rmSync(root, { recursive: true })
      }
      expect(at).toBeGreaterThan(25)
    },
  )
})
