import { beforeEach, expect, test } from 'vitest'
import { formatProblem, sortProblems } from '../../src/documents/problem.ts'
import { checkProse } from '../../src/prose/checkProse.ts'
import { loadRegisters } from '../../src/records/registers.ts'
import { type ContentCopy, copyContent } from '../contentCopy.ts'

const figure = '<Figure id="learning-model" />'
const file = 'content/2025/learning.mdx'
let copy: ContentCopy
beforeEach(() => {
  copy = copyContent()
})

const found = (register: string) =>
  sortProblems(checkProse(copy.root, loadRegisters(copy.root, 2025)).problems)
    .map(formatProblem)
    .filter((problem) => problem.includes(register))

test('a figure that is never placed is named where it is recorded', () => {
  copy.edit(file, figure, '')
  expect(found('learning-model')).toEqual([
    expect.stringMatching(
      /^data\/2025\/figures\.json:\d+:\d+ 发现没有放进正文的图“learning-model”/,
    ),
  ])
})

test('a caption that is never placed is named where it is recorded', () => {
  copy.edit(file, '<Plate id="first-bimonthly" />', '')
  expect(found('first-bimonthly')).toEqual([
    expect.stringMatching(/^data\/2025\/captions\.json:\d+:\d+ 发现没有放进正文的图注/),
  ])
})

test('a figure placed twice is named at its second place', () => {
  const line = copy.edit(file, figure, `${figure}\n\n${figure}`)
  expect(found('learning-model')).toEqual([
    expect.stringMatching(new RegExp(`^${file}:${line + 2}:13 发现重复放置的图.*${file}:${line} `)),
  ])
})

test('a figure placed in another chapter is named there', () => {
  copy.edit(file, figure, '')
  const line = copy.edit('content/2025/proposals.mdx', '## ', `${figure}\n\n## `)
  expect(found('learning-model')).toEqual([
    expect.stringMatching(new RegExp(`^content/2025/proposals\\.mdx:${line}:13 发现放错章的图`)),
  ])
})

test('a chapter that cannot be read whole does not make its figures missing', () => {
  copy.edit(file, figure, `${figure} <Fact id=x />`)
  expect(found('没有放进正文')).toEqual([])
})
