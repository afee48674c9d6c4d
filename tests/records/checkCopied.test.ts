import { cpSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { formatProblem } from '../../src/documents/problem.ts'
import { validate } from '../../src/validation/validate.ts'
import { type ContentCopy, copyContent } from '../contentCopy.ts'

let copy: ContentCopy
beforeEach(() => {
  copy = copyContent()
  for (const kind of ['content', 'data'])
    cpSync(join(copy.root, kind, '2025'), join(copy.root, kind, '2026'), { recursive: true })
})
const found = () => validate(copy.root).problems.map(formatProblem)

/** Replaces every paragraph of 2026 with a new one. */
function rewrite() {
  for (const name of readdirSync(join(copy.root, 'content/2026'))) {
    const file = `content/2026/${name}`
    copy.write(file, copy.read(file).replaceAll('。\n', '，新的版次也是这样。\n'))
  }
}

test('a copy of last year is refused where its words and its numbers begin, and only the copy', () => {
  expect(found()).toEqual([
    expect.stringMatching(
      /^content\/2026\/consultation\.mdx:12:1 发现与 2025 版一字不差的 (\d+) 段（本版共 \1 段）；应为本版自己的，相同的不过半。提示：写这一年的正文；还没写完，data\/2026\/edition\.json 里的 status 写 draft。$/,
    ),
    expect.stringMatching(
      /^data\/2026\/indicators\.json:6:14 发现与 2025 版一字不差的 27 个数（本版共 27 个数）；/,
    ),
  ])
})

test('as a draft it is not', () => {
  copy.write('data/2026/edition.json', '{ "status": "draft" }\n')
  expect(found()).toEqual([])
})

test('words of its own leave the numbers, and numbers from a source of its own leave nothing', () => {
  rewrite()
  expect(found()).toEqual([expect.stringMatching(/^data\/2026\/indicators\.json:6:14 /)])
  const sources = JSON.parse(copy.read('data/sources.json'))
  copy.write('data/sources.json', JSON.stringify([...sources, { ...sources[0], id: 'next' }]))
  for (const name of readdirSync(join(copy.root, 'data/2026'))) {
    const file = `data/2026/${name}`
    copy.write(file, copy.read(file).replaceAll('"document": "article"', '"document": "next"'))
  }
  expect(found()).toEqual([])
})
