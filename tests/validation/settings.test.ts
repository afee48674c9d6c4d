import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { formatProblem } from '../../src/documents/problem.ts'
import { projectRoot } from '../../src/roots.ts'
import { readPort, readSettings } from '../../src/validation/settings.ts'
import { shellEnvironment } from '../shellEnvironment.ts'

const folder = '.build/settings'
afterAll(() => rmSync(join(projectRoot, folder), { recursive: true, force: true }))

const siteOf = (value: string) => readSettings({ SITE_URL: value })
const baseOf = (value: string) => readSettings({ BASE_PATH: value })
const said = ({ problems }: ReturnType<typeof siteOf>) => problems.map(formatProblem)

test('nothing set is nothing wrong', () => {
  expect(readSettings({})).toEqual({
    site: undefined,
    base: '/',
    tiandituKey: '',
    problems: [],
  })
  expect(readSettings({ SITE_URL: '', BASE_PATH: '' })).toEqual(readSettings({}))
})

test.each([
  ['https://www.example.gov.cn', 'https://www.example.gov.cn'],
  ['https://www.example.gov.cn/', 'https://www.example.gov.cn'],
  ['HTTPS://WWW.example.gov.cn:443', 'https://www.example.gov.cn'],
  ['http://127.0.0.1:4321/', 'http://127.0.0.1:4321'],
  ['http://[::1]:8080', 'http://[::1]:8080'],
  ['https://南湖政协.example', 'https://xn--ykrpa668k6ri.example'],
  ['https://xn--ykrpa668k6ri.example', 'https://xn--ykrpa668k6ri.example'],
])('the site’s address %s is read as %s', (value, site) => {
  expect(siteOf(value)).toMatchObject({ site, problems: [] })
})

test.each([
  ['www.example.gov.cn', '没有协议的“www.example.gov.cn”'],
  ['//www.example.gov.cn', '没有协议的'],
  ['https：//www.example.gov.cn', '没有协议的'],
  ['https:/www.example.gov.cn', '没有协议的'],
  ['ftp://www.example.gov.cn', '“ftp://”开头的'],
  ['javascript://www.example.gov.cn', '“javascript://”开头的'],
  ['https://www.example.gov.cn/lvzhi', '带路径的“https://www.example.gov.cn/lvzhi”'],
  ['https://www.example.gov.cn/履职/', '带路径的“https://www.example.gov.cn/履职/”'],
  ['https://www.example.gov.cn?from=portal', '参数“?from=portal”'],
  ['https://www.example.gov.cn/#top', '锚点“#top”'],
  ['https://editor:secret@www.example.gov.cn', '带用户名或密码'],
  [' https://www.example.gov.cn', '空白'],
  ['https://www.example.gov.cn\n', '空白'],
  ['https://www.example. gov.cn', '空白'],
  ['https://www.example\u200b.gov.cn', '空白'],
  ['https://', '不成网址'],
  ['https:///lvzhi', '不成网址'],
  ['https://www.example.gov.cn:port', '不成网址'],
  ['https://www..example.gov.cn', '不成网址'],
  ['https://www.example.gov.cn、', '不成网址'],
  ['https://www.ех\u0430mple.gov.cn', '不成网址'],
  ['https://“www.example.gov.cn”', '不成网址'],
])('the site’s address %j is refused', (value, found) => {
  const read = siteOf(value)
  expect(read.site).toBeUndefined()
  expect(said(read)).toEqual([
    expect.stringMatching(/^环境变量 SITE_URL:1:\d+ 发现.+；应为.+。提示：.+。$/),
  ])
  expect(said(read)[0]).toContain(found)
})

test('a path in the site’s address is shown where it belongs', () => {
  expect(said(siteOf('https://www.example.gov.cn/%E5%B1%A5%E8%81%8C'))[0]).toContain(
    'BASE_PATH=/履职/',
  )
})

test('all that is wrong with one value is said at once', () => {
  expect(said(siteOf('https://a:b@www.example.gov.cn/lvzhi?a=b#c'))).toHaveLength(4)
})

test('a password is not repeated', () => {
  expect(said(siteOf('https://a:secret@www.example.gov.cn/lvzhi')).join()).not.toContain('secret')
})

test.each([
  ['/', '/'],
  ['/lvzhi/', '/lvzhi/'],
  ['lvzhi', '/lvzhi/'],
  ['/lvzhi', '/lvzhi/'],
  ['zt/2025.lvzhi_1/', '/zt/2025.lvzhi_1/'],
  ['/政协/履职/', '/%E6%94%BF%E5%8D%8F/%E5%B1%A5%E8%81%8C/'],
  ['/%e5%b1%a5%E8%81%8C/', '/%E5%B1%A5%E8%81%8C/'],
])('the path %s is read as %s', (value, base) => {
  expect(baseOf(value)).toMatchObject({ base, problems: [] })
})

test.each([
  ['//', '连着的斜线'],
  ['//lvzhi/', '连着的斜线'],
  ['/zt//lvzhi/', '连着的斜线'],
  ['../lvzhi/', '“..”'],
  ['/zt/./lvzhi', '“.”'],
  ['/%2e%2e/lvzhi', '“..”'],
  ['/lvzhi/?from=portal', '“?”'],
  ['/lvzhi/#top', '“#”'],
  ['/lv zhi/', '空白'],
  [' /lvzhi/', '空白'],
  ['/lvzhi/ ', '空白'],
  ['\\lvzhi\\', '“\\”'],
  ['/zt%2Flvzhi/', '“/”'],
  ['/lvzhi%/', '“%”'],
  ['/lvzhi%ff/', '“%”'],
  ['/lv"zhi/', '“"”'],
  ['／履职／', '“／”'],
  ['/⼈民/', '“⼈”'],
  ['/ｌｖｚｈｉ/', '全角'],
  ['/lv\u200bzhi/', '“[U+200B]”'],
  ['C:/Program Files/Git/lvzhi/', 'Git Bash'],
  ['https://www.example.gov.cn/lvzhi/', '整个网址'],
])('the path %j is refused', (value, found) => {
  const read = baseOf(value)
  expect(read.base).toBe('/')
  expect(said(read)).toEqual([
    expect.stringMatching(/^环境变量 BASE_PATH:1:\d+ 发现.+；应为.+。提示：.+。$/),
  ])
  expect(said(read)[0]).toContain(found)
})

test('the wrong place of a value is counted', () => {
  expect(baseOf('/zt/lv zhi/').problems[0]).toMatchObject({ line: 1, column: 7 })
  expect(siteOf('https://www.example. gov.cn').problems[0]).toMatchObject({ line: 1, column: 21 })
})

test.each(['abc def', '"0a1b"', '0a1b\n', '密钥'])('the key %j is refused', (value) => {
  expect(said(readSettings({ TIANDITU_KEY: value }))).toHaveLength(1)
  expect(readSettings({ TIANDITU_KEY: '0a1B' }).problems).toEqual([])
})

test.each(['abc', '-1', '80.5', '70000', '0x50', '80 ', '８０'])(
  'the port %j is refused',
  (value) => {
    expect(readPort({ PORT: value }).problems.map(formatProblem)).toEqual([
      expect.stringMatching(/^环境变量 PORT:1:1 发现.+；应为0 到 65535 的整数。/),
    ])
  },
)

test('a port is read, and has a default', () => {
  expect(readPort({ PORT: '8080' })).toEqual({ port: 8080, problems: [] })
  expect(readPort({ PORT: '' })).toEqual({ port: 4321, problems: [] })
})

test('a build that is told nonsense says all of it, exits 1 and leaves the last good site as it was', () => {
  const page = join(projectRoot, folder, 'index.html')
  mkdirSync(join(projectRoot, folder), { recursive: true })
  writeFileSync(page, '上一次的网页')
  const { status, stderr } = spawnSync(process.execPath, ['src/tools/build.ts', '--dist', folder], {
    cwd: projectRoot,
    env: shellEnvironment({
      SITE_URL: 'www.example.gov.cn/lvzhi',
      BASE_PATH: '/lv zhi/',
      TIANDITU_KEY: '“”',
      CONTENT_ROOT: join(projectRoot, 'docs'),
    }),
    encoding: 'utf8',
  })
  expect(status).toBe(1)
  const lines = stderr.trim().split('\n')
  const names = lines.map((line) => line.split(/[: ]/).slice(0, 2).join(' '))
  expect(names).toEqual(
    expect.arrayContaining(['环境变量 BASE_PATH', '环境变量 SITE_URL', '环境变量 TIANDITU_KEY']),
  )
  expect(lines.at(-1)).toBe('发现 4 个问题')
  expect(readFileSync(page, 'utf8')).toBe('上一次的网页')
})
