import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { parseJson } from '../../src/documents/jsonDocument.ts'
import { schemaProblems } from '../../src/documents/schemaProblems.ts'

const schema = z.strictObject({
  name: z.string().min(1).describe('名称。'),
  count: z.int().nonnegative().nullable().describe('个数，个。'),
  share: z.number().max(100).describe('占比，%。'),
  kind: z.enum(['村', '社区']).nullable().describe('类型。'),
  date: z
    .string()
    .regex(/^\d{4}$/, '年份应写作 2025')
    .describe('年份。'),
  place: z.tuple([z.number(), z.number()]).nullable().describe('坐标。'),
  url: z.url().describe('网址。'),
  tags: z.array(z.string()).min(1).describe('标签。'),
})
const valid = {
  name: '甲',
  count: 1,
  share: 50,
  kind: '村',
  date: '2025',
  place: [120, 30],
  url: 'https://example.org/',
  tags: ['乙'],
}

function problemsOf(changes: Record<string, unknown>) {
  const { document } = parseJson('data/x.json', JSON.stringify({ ...valid, ...changes }, null, 2))
  if (!document) throw new Error('unreadable')
  return schemaProblems(document, schema)
}

test('a valid record has no problem', () => {
  expect(problemsOf({})).toEqual([])
})

describe('what was found, what was expected and the field itself are said in Chinese', () => {
  test.each([
    [{ name: 3 }, 2, '数字 3', '文本', '名称。'],
    [{ name: '' }, 2, '文本“”', '不为空的文本', '名称。'],
    [{ count: '3' }, 3, '文本“3”', '整数或 null', '个数，个。'],
    [{ count: 1.5 }, 3, '数字 1.5', '整数或 null', '个数，个。'],
    [{ count: -1 }, 3, '数字 -1', '不小于 0 的数', '个数，个。'],
    [{ share: 101 }, 4, '数字 101', '不大于 100 的数', '占比，%。'],
    [{ kind: '镇' }, 5, '文本“镇”', '“村”“社区”之一，或 null', '类型。'],
    [{ date: '25' }, 6, '文本“25”', '2025', '年份。'],
    [{ place: [120] }, 7, '列表（1 项）', '2', '坐标。'],
    [{ place: [120, '30'] }, 9, '文本“30”', '数字', ''],
    [{ url: 'example' }, 11, '文本“example”', '完整的网址', '网址。'],
    [{ tags: [] }, 12, '列表（0 项）', '至少 1 项的列表', '标签。'],
    [{ tags: [null] }, 13, ' null', '文本', ''],
  ])('%j', (changes, line, found, expected, hint) => {
    const [problem, ...others] = problemsOf(changes)
    expect(others).toEqual([])
    expect(problem).toMatchObject({ line, found, hint })
    expect(problem?.expected).toContain(expected)
  })
})

test('a missing property is placed at its record', () => {
  expect(problemsOf({ name: undefined })).toMatchObject([
    { line: 1, column: 1, found: '缺少属性“name”', expected: '文本' },
  ])
})

test('an unknown property is placed at its name, with the nearest known one', () => {
  expect(problemsOf({ tag: [] })).toMatchObject([
    { line: 15, column: 3, found: '未知的属性“tag”', hint: '是不是“tags”' },
  ])
})

test('all problems of a record are listed at once', () => {
  expect(problemsOf({ name: 1, kind: '镇', extra: 0 })).toHaveLength(3)
})
