import { describe, expect, test } from 'vitest'
import { formatProblem } from '../../src/documents/problem.ts'
import { readRegisters } from '../../src/records/readRegisters.ts'
import { copyContent } from '../contentCopy.ts'
import type { ContentFolder } from '../contentFolder.ts'

const indicators = 'data/2025/indicators.json'
const proposals = 'data/2025/proposals.json'
const problemsOf = ({ root }: ContentFolder) =>
  readRegisters(root, 2025).problems.map(formatProblem)

describe('the part of a source', () => {
  test('is one that the document has, each document with parts of its own', () => {
    const copy = copyContent()
    copy.edit(
      'data/sources.json',
      '  {\n    "id": "geonames"',
      `  {
    "id": "ledger",
    "title": "提案委台账",
    "describes": "提案的承办情况。",
    "parts": [{ "name": "附表", "each": "行" }],
    "publisher": null, "date": null, "licence": null, "url": null
  },
  {
    "id": "geonames"`,
    )
    const at = '"document": "article",\n    "section": "第三部分",\n    "paragraph": 2'
    copy.edit(proposals, at, '"document": "ledger",\n    "section": "附表",\n    "paragraph": 2')
    expect(problemsOf(copy)).toEqual([])
    const line = copy.edit(proposals, '"section": "附表"', '"section": "第三部分"')
    expect(problemsOf(copy)).toEqual([
      `${proposals}:${line}:16 发现“提案委台账”没有的部分“第三部分”；应为附表。提示：出处文件的各部分登记在 data/sources.json 里 ledger 的 parts。`,
    ])
  })

  test('that is misspelt is named with the nearest', () => {
    const copy = copyContent()
    copy.edit(proposals, '"section": "第三部分"', '"section": "第三部份"')
    expect(problemsOf(copy)[0]).toContain('是不是“第三部分”')
  })
})

describe('a number that several files quote', () => {
  const correct = (copy: ContentFolder) => {
    copy.edit(indicators, '"value": 46,', '"value": 47,')
    copy.edit(indicators, '"phrase": "46件提案办理', '"phrase": "47件提案办理')
  }

  test('is named where it was left behind', () => {
    const copy = copyContent()
    correct(copy)
    const problems = problemsOf(copy)
    expect(problems.filter((problem) => problem.startsWith(`${proposals}:7:15 `))).toEqual([
      expect.stringContaining('另一处写作“47件提案办理'),
    ])
    expect(problems.every((problem) => problem.includes('47件提案办理'))).toBe(true)
  })

  test('is named where another file still quotes its 近', () => {
    const copy = copyContent()
    copy.edit(indicators, '接待游客近10万人次', '接待游客10万人次')
    const problems = problemsOf(copy)
    expect(problems.some((problem) => problem.startsWith('data/2025/figures.json'))).toBe(true)
    expect(problems.some((problem) => problem.startsWith('data/2025/cases.json'))).toBe(true)
  })

  test('that the source misprinted is recorded as printed, with its correction', () => {
    const copy = copyContent()
    copy.edit(indicators, '"value": 46,', '"value": 47,')
    const text = copy.read(indicators)
    const at = text.indexOf('"phrase": "46件提案办理')
    const end = text.indexOf('\n', at)
    const printed = text.slice(at, end)
    const misprint = `${printed},\n      "misprint": { "meant": ${printed.slice('"phrase": '.length).replace('46', '47')}, "reason": "合计与逐件不符" }`
    copy.write(indicators, text.replace(printed, misprint))
    const problems = problemsOf(copy)
    expect(problems.filter((problem) => problem.startsWith(indicators))).toEqual([])
    // The others quote the same words without the correction: they are told apart by it.
    for (const problem of problems)
      expect(problem).toMatch(/原词“46件.*?”，另一处写作“46件.*?”（印错，应为“47件/)
    expect(problems).not.toEqual([])
  })
})

test('a correction that corrects nothing is refused', () => {
  const copy = copyContent()
  copy.edit(
    proposals,
    '"phrase": "46件提案办理开展民主评议"',
    '"phrase": "46件提案办理开展民主评议", "misprint": { "meant": "46件提案办理开展民主评议", "reason": "示例" }',
  )
  expect(problemsOf(copy)).toEqual([expect.stringContaining('与原词相同的改正')])
})
