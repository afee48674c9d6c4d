import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { makeRelease } from '../../src/bench/makeRelease.ts'
import { filesBelow } from '../../src/publish/siteFiles.ts'
import { projectRoot } from '../../src/roots.ts'

const script = join(projectRoot, 'deploy/object-store.sh')
const found = spawnSync('sh', ['-c', 'command -v rclone'], { encoding: 'utf8' }).stdout.trim()

test.skipIf(!found).each(['cat*', 'lsf*--recursive*'])(
  'where rclone fails at “%s” nothing is deleted, and the upload is not called done（没有 rclone 则略过）',
  (failing) => {
    const place = mkdtempSync(join(tmpdir(), 'object-store-'))
    onTestFinished(() => rmSync(place, { recursive: true, force: true }))
    // A folder serves as the store.
    const remote = join(place, 'store')
    const upload = (version: string, path = process.env.PATH) => {
      const files = { 'index.html': version, '404.html': '', [`_astro/${version}.js`]: '' }
      const folder = makeRelease(join(place, version), files)
      const { AWS_CA_BUNDLE: _, ...env } = process.env
      return spawnSync(script, [folder, remote], {
        encoding: 'utf8',
        env: { ...env, PATH: path, RCLONE_CONFIG: join(place, 'none') },
      })
    }
    expect(upload('one').status).toBe(0)

    const commands = join(place, 'commands')
    mkdirSync(commands)
    const broken = `#!/bin/sh\ncase $* in ${failing}) exit 1 ;; esac\nexec ${found} "$@"\n`
    writeFileSync(join(commands, 'rclone'), broken, { mode: 0o755 })
    const { status, stdout } = upload('two', `${commands}:${process.env.PATH}`)
    expect([status, stdout]).toEqual([1, ''])
    expect(filesBelow(remote)).toEqual(expect.arrayContaining(['_astro/one.js', '_astro/two.js']))
  },
)
