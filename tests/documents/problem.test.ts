import { expect, test } from 'vitest'
import { formatProblem, mergeAlike, type Problem } from '../../src/documents/problem.ts'

const problem = (line: number, changes: Partial<Problem> = {}): Problem => ({
  file: 'data/2025/sessions.json',
  line,
  column: 5,
  found: '缺少属性“status”',
  expected: '“reported”之一',
  hint: '披露状态。',
  ...changes,
})

test('what is wrong in the same way in one file is said once, with the other lines', () => {
  const problems = [
    problem(3),
    problem(9),
    problem(15),
    problem(9, { file: 'data/2025/issues.json' }),
  ]
  expect(mergeAlike(problems).map(formatProblem)).toEqual([
    'data/2025/sessions.json:3:5 发现缺少属性“status”；应为“reported”之一。提示：披露状态；同样的另有 2 处，在第 9、15 行。',
    'data/2025/issues.json:9:5 发现缺少属性“status”；应为“reported”之一。提示：披露状态。',
  ])
})

test('what differs only in the value it found is said once, with the other values', () => {
  const date = (line: number, text: string) =>
    problem(line, { found: `文本“${text}”`, expected: '这样的日期', hint: '召开日期。' })
  expect(mergeAlike([date(9, '1-3'), date(15, '2-3'), date(21, '2-3')]).map(formatProblem)).toEqual(
    [
      'data/2025/sessions.json:9:5 发现文本“1-3”；应为这样的日期。提示：召开日期；同样的另有 2 处，第 15 行 “2-3”、第 21 行 “2-3”。',
    ],
  )
  const degrees = (line: number, found: string) => problem(line, { found: `数字 ${found}` })
  expect(mergeAlike([degrees(3, '120.9'), degrees(9, '120.95')]).map(({ hint }) => hint)).toEqual([
    '披露状态；同样的另有 1 处，第 9 行 120.95',
  ])
  const other = { found: '文本“1-3”', expected: '整数', hint: '召开日期。' }
  expect(mergeAlike([date(9, '1-3'), problem(15, other)])).toHaveLength(2)
})

test('a crowd of lines is cut short, their number is not', () => {
  const [merged] = mergeAlike(Array.from({ length: 20 }, (_, index) => problem(index + 1)))
  expect(merged?.hint).toBe('披露状态；同样的另有 19 处，在第 2、3、4、5、6、7、8、9…… 行')
})
