import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { formatProblem } from '../../src/documents/problem.ts'
import { loadEdition } from '../../src/records/readRegisters.ts'
import { projectRoot } from '../../src/roots.ts'
import { newEdition } from '../../src/tools/newEdition.ts'
import { validate } from '../../src/validation/validate.ts'
import { type ContentCopy, copyContent } from '../contentCopy.ts'
import { shellEnvironment } from '../shellEnvironment.ts'
import { writeNewEdition } from '../writeNewEdition.ts'

let copy: ContentCopy
beforeEach(() => {
  copy = copyContent()
})

/** Runs the command as `npm run edition:new` does. */
const runWith = (variables: Record<string, string>, ...args: string[]) =>
  spawnSync(process.execPath, ['src/tools/newEdition.ts', ...args], {
    cwd: projectRoot,
    encoding: 'utf8',
    env: shellEnvironment({ CONTENT_ROOT: copy.root, ...variables }),
  })
const run = (...args: string[]) => runWith({}, ...args)

test('a new edition is a draft that passes the check, with every number 未公布 and no word of the last one', () => {
  const { status, stdout } = run('2026')
  expect(stdout).toContain('已照 2025 版新建草稿 content/2026/ 和 data/2026/')
  expect(status).toBe(0)
  expect(validate(copy.root)).toMatchObject({ problems: [], notices: [] })
  expect(validate(copy.root, { drafts: true })).toMatchObject({ problems: [], notices: [] })

  const { edition, isDraft } = loadEdition(copy.root, 2026)
  expect(isDraft).toBe(true)
  expect(edition?.indicators).toHaveLength(27)
  for (const { value, period, caveat, source } of edition?.indicators ?? [])
    expect({ value, period, caveat, source }).toEqual({
      value: null,
      period: null,
      caveat: null,
      source: null,
    })
  expect(edition?.sessions?.records).toEqual([])
  expect(edition?.figures).toEqual([])
  // The steps of the method and the three lists do not change from year to year.
  expect(edition?.loop?.records).toHaveLength(7)
  expect(edition?.proposals?.lists.records).toHaveLength(3)
  expect(copy.read('content/2026/learning.mdx')).toContain(
    '\n## 到项目一线，到科技前沿\n\n待写。\n\n## ',
  )
})

test('it is refused as published while its words are to be written, once for each file', () => {
  run('2026')
  copy.write('data/2026/edition.json', '{ "status": "published" }\n')
  const lines = validate(copy.root).problems.map(formatProblem)
  expect(lines).toHaveLength(8)
  expect(lines).toContain(
    'content/2026/learning.mdx:6:7 发现还没有写的“待写。”，这个文件里 6 处；应为已发布的一版里写好的话。提示：写上，不要的小标题连同它一起删去；还没写完，edition.json 里的 status 写 draft。',
  )
})

test('one session, one number and its words make it an edition that may be published', () => {
  run('2026')
  writeNewEdition(copy, 2026)
  const { editions, problems } = validate(copy.root)
  expect(problems.map(formatProblem)).toEqual([])
  expect(editions.map(({ year }) => year)).toEqual([2025, 2026])
})

test('what a clerk leaves out of many records is one message a field', () => {
  run('2026')
  const file = 'data/2026/sessions.json'
  const records = Array.from({ length: 14 }, (_, index) => ({
    id: `s-${index}`,
    date: `2026-1-${index}`,
  }))
  copy.write(file, JSON.stringify({ ...JSON.parse(copy.read(file)), records }, null, 2))
  const notices = validate(copy.root).notices.map(formatProblem)
  expect(notices).toEqual([
    expect.stringMatching(/缺少属性“status”.*同样的另有 13 处/),
    expect.stringMatching(/文本“2026-1-0”.*同样的另有 13 处，第 \d+ 行 “2026-1-1”/),
  ])
})

test('a number without a source is refused', () => {
  run('2026')
  copy.edit('data/2026/indicators.json', '"value": null', '"value": 3')
  copy.edit('data/2026/indicators.json', '"status": "undisclosed"', '"status": "reported"')
  const [notice] = validate(copy.root).notices.map(formatProblem)
  expect(notice).toMatch(/^data\/2026\/indicators\.json:\d+:\d+ .*应为出处，有数值就要写明/)
})

test.each([
  [['2025'], '已经有 data/2025/；要重来，先把它移走'],
  [['26'], '“26”不是年份；写四位数字，例如 2026'],
  [['明年'], '“明年”不是年份；写四位数字，例如 2026'],
  [[], '没有写年份；例如 npm run edition:new 2026'],
  [['2026', '--from', '2024'], '没有 2024 版；--from 后面写已有的一版：2025'],
  [
    ['2026', '--form', '2025'],
    '命令后面有不认识的写法：2026 --form 2025\n只有 --from、--sets，都写在 -- 后面',
  ],
])('%j is refused in words, and nothing is written', (args, words) => {
  const { status, stderr } = run(...args)
  expect([status, stderr.trim()]).toEqual([1, words])
  expect(existsSync(join(copy.root, 'data/2026'))).toBe(false)
  expect(existsSync(join(copy.root, 'content/2026'))).toBe(false)
})

test('a model that is itself wrong is refused', () => {
  copy.edit('data/2025/loop.json', '"order": 1', '"order": "一"')
  const { status, stderr } = run('2026')
  expect([status, stderr.trim()]).toEqual([
    1,
    '2025 版有错，照它新建的也会错；先用 npm run build 看错在哪里，改好',
  ])
})

test('a new edition takes only the record sets that are asked for', () => {
  const copy = copyContent()
  const made = newEdition(copy.root, '2026', { sets: ['sessions', 'loop'] })
  const files = 'files' in made ? [...made.files.keys()] : []
  expect(files).toContain('data/2026/sessions.json')
  expect(files).not.toContain('data/2026/learning.json')
  expect(newEdition(copy.root, '2026', { sets: ['lessons'] })).toMatchObject({
    refused: expect.stringContaining('没有记录集 lessons'),
  })
})

test('options that npm keeps to itself for want of -- are taken all the same', () => {
  const kept = { npm_config_from: 'true', npm_config_sets: 'true' }
  expect(runWith(kept, '2026', '2024', 'sessions').stderr).toContain('没有 2024 版')
  const { stdout } = runWith(kept, '2026', '2025', 'sessions,loop')
  expect(stdout).toContain('已照 2025 版新建草稿')
  expect(existsSync(join(copy.root, 'data/2026/loop.json'))).toBe(true)
  expect(existsSync(join(copy.root, 'data/2026/learning.json'))).toBe(false)
})
