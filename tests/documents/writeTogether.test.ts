import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { finishWriting } from '../../src/documents/writeTogether.ts'
import { projectRoot } from '../../src/roots.ts'

const module = pathToFileURL(join(projectRoot, 'src/documents/writeTogether.ts')).href

/** Writes three files in a process of its own, which kills itself right before one of its calls to the file system; tells whether it came to that. */
function writeKilledAt(folder: string, call: number): boolean {
  const script = `
    import fs from 'node:fs'
    import { syncBuiltinESMExports } from 'node:module'
    let calls = 0
    for (const name of ['writeFileSync', 'renameSync', 'rmSync', 'readFileSync', 'existsSync']) {
      const own = fs[name]
      fs[name] = (...given) => {
        if (String(given[0]).startsWith(${JSON.stringify(folder)}) && ++calls === ${call}) {
          // A file is half there when the machine stops while it is written.
          if (name === 'writeFileSync') own(given[0], given[1].slice(0, given[1].length / 2))
          process.kill(process.pid, 'SIGKILL')
        }
        return own(...given)
      }
    }
    syncBuiltinESMExports()
    const { writeTogether } = await import(${JSON.stringify(module)})
    writeTogether(${JSON.stringify(folder)}, new Map([['a.json', 'new a'], ['b.json', 'new b'], ['c.json', 'new c']]))
  `
  const { signal } = spawnSync(process.execPath, ['--input-type=module', '--eval', script])
  return signal === 'SIGKILL'
}

test('killed at any moment, all files are old or all are new once they are read again', () => {
  const seen = new Set<string>()
  let call = 1
  for (; ; call++) {
    const folder = mkdtempSync(join(tmpdir(), 'together-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    for (const name of ['a', 'b', 'c']) writeFileSync(join(folder, `${name}.json`), `old ${name}`)
    const wasKilled = writeKilledAt(folder, call)
    finishWriting(folder)
    const texts = ['a', 'b', 'c'].map((name) => readFileSync(join(folder, `${name}.json`), 'utf8'))
    expect(new Set(texts.map((text) => text.slice(0, 3))).size, `call ${call}`).toBe(1)
    seen.add(texts.join())
    if (!wasKilled) {
      expect(readdirSync(folder)).toEqual(['a.json', 'b.json', 'c.json'])
      break
    }
  }
  expect(seen.size).toBe(2)
  expect(call).toBeGreaterThan(10)
})
