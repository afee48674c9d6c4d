import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { earlierRelease } from '../../src/release/earlierRelease.ts'
import { projectRoot } from '../../src/roots.ts'

const folder = mkdtempSync(join(tmpdir(), 'earlier-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const since = (named: string) => () => earlierRelease(folder, '', [], named)

test('what is named as the earlier release and is none is told in words', () => {
  const broken = join(folder, 'broken.json')
  const empty = join(folder, 'empty.json')
  writeFileSync(broken, '{')
  writeFileSync(empty, 'null')
  expect(since(join(folder, 'none'))).toThrow(/^没有 .*manifest\.json；--since 后面写/)
  for (const file of [broken, empty, join(projectRoot, 'package.json')])
    expect(since(file), file).toThrow(`${file} 不是发布的清单；--since 后面写`)
})
