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

/** A place for releases, and a folder that serves as the store. */
function openStore() {
  const place = mkdtempSync(join(tmpdir(), 'object-store-'))
  onTestFinished(() => rmSync(place, { recursive: true, force: true }))
  const remote = join(place, 'store')
  const upload = (name: string, { path = process.env.PATH, preview = false } = {}) => {
    const files = { 'index.html': name, '404.html': '', [`_astro/${name}.js`]: '' }
    const folder = makeRelease(join(place, name), files, { preview })
    const { AWS_CA_BUNDLE: _, ...env } = process.env
    return spawnSync(script, [folder, remote], {
      encoding: 'utf8',
      env: { ...env, PATH: path, RCLONE_CONFIG: join(place, 'none') },
    })
  }
  return { place, remote, upload }
}

test.skipIf(!found).each(['cat*', 'lsf*--recursive*'])(
  'where rclone fails at “%s” nothing is deleted, and the upload is not called done（没有 rclone 则略过）',
  (failing) => {
    const { place, remote, upload } = openStore()
    expect(upload('one').status).toBe(0)

    const commands = join(place, 'commands')
    mkdirSync(commands)
    const broken = `#!/bin/sh\ncase $* in ${failing}) exit 1 ;; esac\nexec ${found} "$@"\n`
    writeFileSync(join(commands, 'rclone'), broken, { mode: 0o755 })
    const { status, stdout } = upload('two', { path: `${commands}:${process.env.PATH}` })
    expect([status, stdout]).toEqual([1, ''])
    expect(filesBelow(remote)).toEqual(expect.arrayContaining(['_astro/one.js', '_astro/two.js']))
  },
)

test.skipIf(!found)(
  'a preview does not take the place of a published site, nor the other way round（没有 rclone 则略过）',
  () => {
    const { remote, upload } = openStore()
    expect(upload('one').status).toBe(0)
    const before = filesBelow(remote)
    const { status, stderr } = upload('two-preview', { preview: true })
    expect([status, stderr]).toEqual([1, expect.stringContaining('预览')])
    expect(filesBelow(remote)).toEqual(before)
    expect(upload('three').status).toBe(0)

    const other = openStore()
    for (const name of ['one-preview', 'two-preview'])
      expect(other.upload(name, { preview: true }).status).toBe(0)
    expect(other.upload('three').stderr).toContain('预览')
  },
)
