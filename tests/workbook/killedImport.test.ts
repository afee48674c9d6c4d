import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkRegisters } from '../../src/records/readRegisters.ts'
import { loadRegisters } from '../../src/records/registers.ts'
import { projectRoot } from '../../src/roots.ts'
import { editionSource } from '../../src/workbook/editionSource.ts'
import { writeXlsx } from '../../src/workbook/writeXlsx.ts'
import { copyContent } from '../contentCopy.ts'
import { shellEnvironment } from '../shellEnvironment.ts'
import { draftsOf, put } from './workbooks.ts'

/** Counts what a command asks of the files of an edition, and kills it right before one of the calls. */
const hook = `
  import fs from 'node:fs'
  import { syncBuiltinESMExports } from 'node:module'
  const { FOLDER, KILL_AT } = process.env
  let calls = 0
  for (const name of ['writeFileSync', 'renameSync', 'rmSync', 'readFileSync', 'existsSync']) {
    const own = fs[name]
    fs[name] = (...given) => {
      if (String(given[0]).startsWith(FOLDER) && ++calls === Number(KILL_AT)) {
        if (name === 'writeFileSync') own(given[0], given[1].slice(0, given[1].length / 2))
        process.kill(process.pid, 'SIGKILL')
      }
      return own(...given)
    }
  }
  syncBuiltinESMExports()
  process.on('exit', () => console.error('calls', calls))
`

const files = ['sessions', 'learning', 'proposals'].map((name) => `data/2025/${name}.json`)

test('killed at twenty moments, an import has changed every file or none', async () => {
  const copy = copyContent()
  const drafts = draftsOf(copy.root, 2025)
  put(drafts, '政企协商会', 0, '议题', '示例议题')
  put(drafts, '学习模式的组成', 0, '次数（次）', 3)
  put(drafts, '三张清单', 0, '所记内容', '示例内容')
  const book = join(copy.root, '数据.xlsx')
  const source = editionSource(copy.root, loadRegisters(copy.root, 2025))
  writeFileSync(book, await writeXlsx(drafts, source))
  const texts = () => files.map((file) => readFileSync(join(copy.root, file), 'utf8'))
  const before = texts()
  const run = (killAt: number) =>
    spawnSync(
      process.execPath,
      [
        '--import',
        `data:text/javascript,${encodeURIComponent(hook)}`,
        'src/tools/dataImport.ts',
        book,
      ],
      {
        cwd: projectRoot,
        encoding: 'utf8',
        env: shellEnvironment({
          CONTENT_ROOT: copy.root,
          FOLDER: join(copy.root, 'data/2025'),
          KILL_AT: String(killAt),
        }),
      },
    )
  const whole = run(0)
  expect(whole.stdout).toContain('已导入')
  const after = texts()
  expect(after.filter((text, index) => text === before[index])).toEqual([])
  const calls = Number(/calls (\d+)/.exec(whole.stderr)?.[1])
  const seen = new Set<string>()
  // The last calls write; those before read.
  for (const killAt of Array.from({ length: 20 }, (_, index) => calls - index)) {
    for (const [index, file] of files.entries()) copy.write(file, before[index] as string)
    expect(run(killAt).signal, `call ${killAt} of ${calls}`).toBe('SIGKILL')
    const registers = loadRegisters(copy.root, 2025)
    expect(checkRegisters(copy.root, registers)).toEqual([])
    const now = texts()
    expect([before, after]).toContainEqual(now)
    seen.add(now.join())
  }
  expect(seen.size).toBe(2)
})
