import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { formatProblem } from '../../src/documents/problem.ts'
import { checkSource } from '../../src/prose/checkSource.ts'
import { projectRoot } from '../../src/roots.ts'
import { validate } from '../../src/validation/validate.ts'
import { copyContent } from '../contentCopy.ts'

function run(root: string) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(projectRoot, 'src/validation/validate.ts')],
    { env: { ...process.env, CONTENT_ROOT: root }, encoding: 'utf8' },
  )
  return { status, stdout, lines: stderr.trim().split('\n') }
}

/** The problems as values, without starting a process. */
const found = (root: string) => validate(root).problems.map(formatProblem)

test('content and data as they stand pass', () => {
  expect(found(projectRoot)).toEqual([])
  const { status, stdout } = run(copyContent().root)
  expect(stdout).toMatch(/^数据与内容检查通过/)
  expect(status).toBe(0)
})

test('everything broken at once is named in one run, each with its file and line', () => {
  const copy = copyContent()
  const indicators = 'data/2025/indicators.json'
  const at = {
    syntax: copy.edit('data/2025/sessions.json', '"date": null,', '"date": null'),
    type: copy.edit(indicators, '"value": 26,', '"value": "26",'),
    duplicate: copy.edit('data/glossary.json', '"id": "proposal"', '"id": "zhengxie"'),
    fact: copy.edit('content/2025/learning.mdx', '"learning.visits"', '"learning.vists"'),
    component: copy.edit(
      'content/2025/consultation.mdx',
      '<Figure id="loop" />',
      '<Figrue id="loop" />',
    ),
    prose: copy.edit('content/2025/supervision.mdx', '## ', '共办理58件。\n\n## '),
    copy: copy.edit('data/2025/captions.json', '"text": "', '"text": "全年八次，'),
    phrase: copy.edit(indicators, '"phrase": "六大类问题"', '"phrase": "七大类问题"'),
  }
  copy.remove('data/2025/initiatives.json')

  const { status, lines } = run(copy.root)
  const about = (file: string, line: number, words: string) =>
    lines.filter((each) => each.startsWith(`${file}:${line}:`) && each.includes(words)).length
  expect({
    syntax: about('data/2025/sessions.json', at.syntax, '缺少逗号'),
    type: about(indicators, at.type, '文本“26”；应为数字或 null'),
    duplicate: about('data/glossary.json', at.duplicate, '重复的“zhengxie”'),
    missing: about('data/2025/initiatives.json', 1, '缺少这个文件'),
    fact: about('content/2025/learning.mdx', at.fact, '没有登记的“learning.vists”'),
    component: about('content/2025/consultation.mdx', at.component, '未知的组件 <Figrue>'),
    prose: about('content/2025/supervision.mdx', at.prose, '共办理58件'),
    copy: about('data/2025/captions.json', at.copy, '八次'),
    phrase: about(indicators, at.phrase, '的数：7；应为与第'),
  }).toEqual({
    syntax: 1,
    type: 1,
    duplicate: 1,
    missing: 1,
    fact: 1,
    component: 1,
    prose: 1,
    copy: 1,
    phrase: 1,
  })
  expect(lines.at(-1)).toBe(`发现 ${lines.length - 1} 个问题`)
  expect(status).toBe(1)

  const places = lines.slice(0, -1).map((each) => each.split(' ')[0]?.split(':') ?? [])
  const sorted = places.toSorted(
    ([a = '', line = '', column = ''], [b = '', otherLine = '', otherColumn = '']) =>
      (a < b ? -1 : Number(a > b)) || +line - +otherLine || +column - +otherColumn,
  )
  expect(places).toEqual(sorted)
})

test('an entry of the allow-list that nothing uses is named at its line', () => {
  const copy = copyContent()
  const file = 'data/allowed-quantities.json'
  const line = copy.edit(file, '[', '[\n  { "phrase": "一百单八将", "reason": "示例。" },')
  expect(found(copy.root)).toEqual([
    expect.stringMatching(new RegExp(`^${file}:${line + 1}:15 发现没有用到的“一百单八将”`)),
  ])
})

test('a figure that cannot be written in Han numerals is named, and stops no other check', () => {
  const copy = copyContent()
  const file = 'data/2025/indicators.json'
  const indicators = JSON.parse(copy.read(file))
  for (const indicator of indicators) indicator.qualifier.numerals = 'han'
  copy.write(file, JSON.stringify(indicators, null, 2))
  copy.edit('content/2025/supervision.mdx', '## ', '共办理58件。\n\n## ')
  const lines = found(copy.root)
  expect(lines.some((line) => line.startsWith(file) && line.includes('应为arabic'))).toBe(true)
  expect(lines.some((line) => line.includes('共办理58件'))).toBe(true)
})

test('a folder without any edition is a problem', () => {
  const copy = copyContent()
  copy.remove('data')
  expect(found(copy.root)[0]).toContain('没有任何一版的数据')
})

test('the words of the project’s own source are read', () => {
  const { texts } = checkSource(projectRoot, [])
  expect(texts.length).toBeGreaterThan(50)
  expect(texts.some((text) => text.includes('看数据'))).toBe(true)
})
