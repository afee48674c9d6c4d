import { describe, expect, test } from 'vitest'
import { formatProblem } from '../../src/documents/problem.ts'
import { checkPunctuation } from '../../src/prose/checkPunctuation.ts'
import { chapterOf, headLines } from './chapter.ts'

const problemsOf = (body: string) =>
  checkPunctuation(chapterOf(body).passages).map((problem) =>
    formatProblem({ ...problem, line: problem.line - headLines }).replace(/^.*?\.mdx:/, ''),
  )

test('paired marks, nested ones and a quotation of several paragraphs are as they should be', () => {
  expect(
    problemsOf('“甲‘乙’”《丙（丁）》……——\n\n“一段。\n\n“又一段。”\n\n时间 9:30，it’s 3D, ok?'),
  ).toEqual([])
})

describe('one mark wrong', () => {
  test.each([
    ['甲”乙', '1:2 发现没有成对的 ”；应为前面有与它成对的 “'],
    ['“甲', '1:1 发现没有成对的 “；应为后面有与它成对的 ”'],
    ['（甲', '1:1 发现没有成对的 （；应为后面有与它成对的 ）'],
    ['《甲”乙》', '1:3 发现没有成对的 ”'],
    ['（甲）"引文。', '1:4 发现没有成对的 “'],
    ['甲...乙', '1:2 发现标点 ...；应为……'],
    ['甲。。。', '1:2 发现标点 。。。；应为……'],
    ['甲。。', '1:2 发现标点 。。；应为。'],
    ['甲…乙', '1:2 发现标点 …；应为……'],
    ['甲！！', '1:2 发现标点 ！！；应为！'],
    ['(甲', '1:1 发现没有成对的 (；应为后面有与它成对的 )'],
    ['甲，', '1:2 发现段末的 ，；应为写完的一段'],
    ['甲--乙', '1:2 发现标点 --；应为——'],
    ['甲,乙', '1:2 发现标点 ,；应为，'],
    ['“甲”:乙', '1:4 发现标点 :；应为：'],
    ['甲.', '1:2 发现标点 .；应为。'],
    ['甲，，乙', '1:2 发现标点 ，，；应为，'],
  ])('%s', (body, message) => {
    const problems = problemsOf(body)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(message)
  })
})
