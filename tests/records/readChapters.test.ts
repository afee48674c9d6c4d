import { beforeEach, expect, test } from 'vitest'
import { formatProblem } from '../../src/documents/problem.ts'
import { readChapters, strayChapters } from '../../src/records/readChapters.ts'
import { projectRoot } from '../../src/roots.ts'
import { type ContentCopy, copyContent } from '../contentCopy.ts'

const file = 'content/2025/learning.mdx'
let copy: ContentCopy
beforeEach(() => {
  copy = copyContent()
})

const found = () => readChapters(copy.root, 2025).problems.map(formatProblem)

test('the chapters of the project are read without a problem, offsets kept', () => {
  const { chapters, problems } = readChapters(projectRoot, 2025)
  expect(problems).toEqual([])
  expect(chapters.map(({ id }) => id)).toContain('learning')
  for (const { body, text } of chapters) {
    expect(body).toHaveLength(text.length)
    expect(body).not.toContain('navTitle')
    expect(body.trim()).not.toBe('')
  }
})

test.each([
  ['a wrong type', 'order: 5', 'order: 五', /:2:8 发现文本“五”；应为整数/],
  [
    'an unknown property',
    'subtitle:',
    'subtitel:',
    /:5:1 发现未知的属性“subtitel”；.*是不是“subtitle”/,
  ],
  ['an unquoted brace', 'lede: ', 'lede: {', /:\d+:\d+ 发现/],
  ['a tab', 'order: 5', '\torder: 5', /:2:1 发现/],
  ['an alias', 'order: 5', 'order: *a', /:2:8 发现引用别处的 \*a/],
  ['an anchor', 'order: 5', 'order: &a 5', /:2:\d+ 发现记号 &a/],
  ['a merge', 'order: 5', '<<: { order: 5 }', /:2:1 发现属性“<<”/],
  ['a type of its own', 'order: 5', 'order: !!binary aGVsbG8=', /:2:\d+ 发现类型标记/],
  ['a name that JavaScript keeps', 'order: 5', '__proto__: 1', /:2:1 发现属性“__proto__”/],
  ['a list in itself', 'order: 5', 'order: &a [*a]', /:2:\d+ 发现记号 &a/],
  ['brackets without end', 'order: 5', `order: ${'['.repeat(5000)}`, /:2:\d+ 发现读不懂的内容/],
  ['a number no chapter has', 'order: 5', 'order: 11', /:2:8 发现数字 11；应为不大于 10 的数/],
  ['a gap', 'order: 5', 'order: 8', /:2:8 发现章次 8，而没有章次 7/],
  ['a blank title', 'title: “书香政协”', 'title: " "', /:3:8 发现空白的文字/],
  ['only a mark', 'title: “书香政协”', 'title: "|"', /:3:8 发现空白的文字/],
  ['a long title', 'title: “', `title: ${'书'.repeat(40)}“`, /:3:8 发现.*应为至多 40 个字/],
  ['a pasted article', 'lede: ', `lede: ${'到'.repeat(100_000)}`, /:6:7 发现\d+ 个字的文字/],
  ['a pasted paragraph', '## ', `${'到'.repeat(100_000)}\n\n## `, /:10:1 发现100000 个字的一段/],
])('%s in the front matter', (_name, from, to, message) => {
  copy.edit(file, from, to)
  expect(found().join('\n')).toMatch(message)
})

test('a file without front matter, a stranger and a repeated order are problems', () => {
  copy.write(file, '正文。')
  copy.write('content/2025/草稿.docx', '')
  copy.edit('content/2025/supervision.mdx', 'order: 2', 'order: 1')
  expect(found()).toEqual([
    expect.stringMatching(/learning\.mdx:1:1 发现没有文件头/),
    expect.stringMatching(/草稿\.docx:1:1 发现不认识的文件/),
    expect.stringMatching(/supervision\.mdx:2:8 发现重复的章次 1/),
  ])
})

test('an edition without prose and prose without an edition are problems', () => {
  copy.remove('content/2025')
  copy.write('content/2026', '')
  expect(found()).toEqual([expect.stringMatching(/^content\/2025:1:1 发现缺少这个文件夹/)])
  expect(strayChapters(copy.root).map(formatProblem)).toEqual([
    expect.stringMatching(/^content\/2026:1:1 /),
  ])
})

test.each(['大题', 'Learning', 'a.b', 'data', 'map'])('a chapter named %s is a problem', (name) => {
  copy.write(`content/2025/${name}.mdx`, copy.read(file).replace('order: 5', 'order: 7'))
  expect(found()).toEqual([expect.stringContaining(`content/2025/${name}.mdx:1:1 发现`)])
})
