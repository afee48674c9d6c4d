import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { formatProblem } from '../../src/documents/problem.ts'
import { validate } from '../../src/validation/validate.ts'
import { type ContentCopy, copyContent } from '../contentCopy.ts'

let copy: ContentCopy
beforeEach(() => {
  copy = copyContent()
})

/** A copy of 2025 as a draft of 2026, with a mistake in it. */
function beginDraft() {
  for (const kind of ['content', 'data'])
    cpSync(join(copy.root, kind, '2025'), join(copy.root, kind, '2026'), { recursive: true })
  copy.write('data/2026/edition.json', '{ "status": "draft" }\n')
  copy.edit('content/2026/supervision.mdx', '\n## ', '\n共办理58件。\n\n## ')
}

test('what is wrong in a draft is a notice, and the published editions alone have pages', () => {
  beginDraft()
  const { editions, problems, notices } = validate(copy.root)
  expect(problems).toEqual([])
  expect(editions.map(({ year }) => year)).toEqual([2025])
  expect(notices.map(formatProblem)).toEqual([
    expect.stringMatching(/^content\/2026\/supervision\.mdx:\d+:\d+ 发现未绑定的数量“58件”/),
  ])
})

test('where drafts are shown, what is wrong in one is a problem like any other', () => {
  beginDraft()
  const { editions, problems } = validate(copy.root, { drafts: true })
  expect(editions.map(({ year }) => year)).toEqual([2025, 2026])
  expect(problems).toMatchObject([{ file: 'content/2026/supervision.mdx' }])
})

test('a published edition links to no page of a draft', () => {
  beginDraft()
  copy.edit('content/2025/outlook.mdx', '\n## ', '\n见[下一版](/2026/learning/)。\n\n## ')
  expect(validate(copy.root).problems).toMatchObject([
    { file: 'content/2025/outlook.mdx', found: '通不到哪一页的链接 /2026/learning/' },
  ])
})

test('without a published edition the newest draft is named, and its development server starts', () => {
  copy.write('data/2025/edition.json', '{ "status": "draft" }\n')
  expect(validate(copy.root).problems.map(formatProblem)).toEqual([
    'data/2025/edition.json:1:13 发现只有草稿，没有已发布的一版（最新的草稿是 2025）；应为至少一版的 status 是 published。提示：这一版可以发布了，就写 "status": "published"；还在写，用 npm run dev 看。',
  ])
  expect(validate(copy.root, { drafts: true }).problems).toEqual([])
})

test('an edition that does not say whether it is published is checked as if it were', () => {
  beginDraft()
  copy.write('data/2026/edition.json', '{ "status": "草稿" }\n')
  const { problems } = validate(copy.root)
  expect(problems.map(({ file }) => file)).toEqual(
    expect.arrayContaining(['content/2026/supervision.mdx', 'data/2026/edition.json']),
  )
})
