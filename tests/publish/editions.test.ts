import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { filesBelow } from '../../src/publish/siteFiles.ts'
import { projectRoot } from '../../src/roots.ts'
import { shellEnvironment } from '../shellEnvironment.ts'

const folder = mkdtempSync(join(tmpdir(), 'editions-'))
const content = join(folder, 'content-root')
beforeAll(() => {
  cpSync(join(projectRoot, 'tests/fixtures/complete'), content, { recursive: true })
  for (const kind of ['content', 'data'])
    cpSync(join(content, kind, '2099'), join(content, kind, '2098'), { recursive: true })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Builds both editions with the store of the project or another; returns every file of the site. */
function build(store: Record<string, string> = {}): Map<string, Buffer> {
  const site = join(folder, 'site')
  execFileSync(process.execPath, ['src/tools/build.ts', '--dist', site], {
    cwd: projectRoot,
    env: shellEnvironment({
      CONTENT_ROOT: content,
      ...store,
      SITE_URL: 'https://example.org',
    }),
  })
  return new Map(filesBelow(site).map((file) => [file, readFileSync(join(site, file))]))
}
const changed = (before: Map<string, Buffer>, after: Map<string, Buffer>) =>
  [...after].filter(([file, bytes]) => !before.get(file)?.equals(bytes)).map(([file]) => file)

test('a build that takes the older edition from the store is byte for byte what a build from nothing is', () => {
  const first = build()
  const chapter = join(content, 'content/2099/learning.mdx')
  writeFileSync(chapter, `${readFileSync(chapter, 'utf8')}\n这是后来加上的话。\n`)

  const again = build()
  expect(again.get('2099/learning/index.html')?.toString()).toContain('这是后来加上的话')
  expect(changed(first, again).filter((file) => file.startsWith('2098/'))).toEqual([])

  const anew = build({ BUILD_STORE: join(folder, 'empty') })
  expect([...again.keys()]).toEqual([...anew.keys()])
  expect(changed(anew, again)).toEqual([])
})
