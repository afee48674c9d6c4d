import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { formatProblem } from '../../src/documents/problem.ts'
import { projectRoot } from '../../src/roots.ts'
import { readPort, readSettings } from '../../src/validation/settings.ts'
import { readSiteFile } from '../../src/validation/siteFile.ts'
import { validate } from '../../src/validation/validate.ts'
import { copyContent } from '../contentCopy.ts'
import { shellEnvironment } from '../shellEnvironment.ts'

/** A content root with the given site.json. */
function withSiteFile(text: string) {
  const copy = copyContent()
  copy.write('site.json', text)
  return copy.root
}
const fileOf = (text: string) => readSiteFile(withSiteFile(text))
const said = (text: string, environment = {}) =>
  readSettings(environment, fileOf(text)).problems.map(formatProblem)

test('without the file everything is as without it', () => {
  const { root } = copyContent()
  const none = readSiteFile(root)
  expect(readSettings({}, none)).toEqual(readSettings({}))
  expect(readPort({}, none)).toEqual(readPort({}))
  expect(validate(root).problems).toEqual([])
})

test('it says what the environment would say', () => {
  const file = fileOf(`{
    "SITE_URL": "https://www.example.gov.cn/",
    "BASE_PATH": "履职",
    "PORT": 8080,
    "TIANDITU_KEY": "0a1B"
  }`)
  expect(readSettings({}, file)).toEqual({
    site: 'https://www.example.gov.cn',
    base: '/%E5%B1%A5%E8%81%8C/',
    tiandituKey: '0a1B',
    problems: [],
  })
  expect(readPort({}, file)).toEqual({ port: 8080, problems: [] })
})

test('a variable goes before it, also one that is set to nothing', () => {
  const file = fileOf('{ "SITE_URL": "https://file.example", "BASE_PATH": "/file/", "PORT": 8080 }')
  const environment = { SITE_URL: '', BASE_PATH: '/told/', PORT: '9090' }
  expect(readSettings(environment, file)).toMatchObject({ site: undefined, base: '/told/' })
  expect(readPort(environment, file).port).toBe(9090)
  expect(readPort({ PORT: '' }, file).port).toBe(4321)
})

test('all that is wrong in it is said at once, where it is written', () => {
  const text = `{
  "SITE_URL": "www.example.gov.cn",
  "BASE_PATH": "/lv zhi/",
  "PORT": "8080",
  "TIANDITU_KEY": "0a 1b",
  "SITEURL": "https://www.example.gov.cn"
}`
  expect(said(text).toSorted()).toEqual([
    expect.stringMatching(
      /^site\.json:2:15 发现没有协议的“www\.example\.gov\.cn”；应为.+。提示：.+。$/,
    ),
    expect.stringMatching(/^site\.json:3:20 发现“\/lv zhi\/”里的空白；应为.+。提示：.+。$/),
    expect.stringMatching(/^site\.json:4:11 发现文本“8080”；应为整数。提示：.*4321。$/),
    expect.stringMatching(/^site\.json:5:22 发现密钥里的空白；应为.+。提示：.+。$/),
    expect.stringMatching(/^site\.json:6:3 发现未知的属性“SITEURL”；.*提示：是不是“SITE_URL”。$/),
  ])
})

test.each([
  ['not JSON', '{ "PORT": 8080', /^site\.json:1:\d+ /],
  ['a comma too many', '{ "PORT": 8080, }', /^site\.json:1:\d+ /],
  ['a list', '[]', /^site\.json:1:1 发现列表（0 项）；应为对象/],
  [
    'a port there is not',
    '{ "PORT": 70000 }',
    /^site\.json:1:11 发现数字 70000；应为不大于 65535 的数/,
  ],
  ['nothing', '', /^site\.json:1:1 发现空文件/],
])('%s is refused', (_, text, line) => {
  expect(said(text)).toEqual([expect.stringMatching(line)])
})

test('what is wrong in it is said although a variable goes before it', () => {
  expect(said('{ "SITE_URL": "www.example.gov.cn" }', { SITE_URL: 'https://a.example' })).toEqual([
    expect.stringContaining('site.json:1:15'),
  ])
})

test('a build stops at it with every other problem', () => {
  const root = withSiteFile('{ "BASE_PATH": "/lv zhi/" }')
  const { status, stderr } = spawnSync(
    process.execPath,
    ['src/tools/build.ts', '--dist', join(root, 'dist')],
    {
      cwd: projectRoot,
      env: shellEnvironment({ CONTENT_ROOT: root, SITE_URL: 'www.example.gov.cn' }),
      encoding: 'utf8',
    },
  )
  expect(status).toBe(1)
  expect(stderr).toContain('site.json:1:20 发现“/lv zhi/”里的空白')
  expect(stderr).toContain('环境变量 SITE_URL:1:1 发现没有协议的')
})
