import { frontMatterRange, parseFrontMatter } from '../../src/documents/frontMatter.ts'
import { formatProblem } from '../../src/documents/problem.ts'
import { type CheckedChapter, checkChapter } from '../../src/prose/checkChapter.ts'
import type { KnownKeys } from '../../src/records/knownKeys.ts'

const head = `---
order: 1
title: 示例章
navTitle: 示例
subtitle: 副题
lede: 导语。
description: 摘要。
---

`

/** The number of lines in a test chapter's front matter. */
export const headLines = head.split('\n').length - 1

/** Registers that test chapters refer to. */
export const known: KnownKeys = new Map([
  ['indicators', new Set(['example.sessions', 'example.firms'])],
  ['timeline', new Set(['start-2024'])],
  ['glossary', new Set(['proposal'])],
  ['figures', new Set(['sessions'])],
  ['captions', new Set(['kickoff'])],
])

/** Checks a chapter with the given body. */
export function chapterOf(body: string): CheckedChapter {
  const text = head + body
  const file = 'content/2025/example.mdx'
  const { document } = parseFrontMatter(file, text)
  const close = frontMatterRange(text)?.close ?? 0
  const blank = text.slice(0, close).replace(/[^\n]/g, ' ') + text.slice(close)
  return checkChapter(
    { id: 'example', file, text, body: blank, ...(document && { document }) },
    known,
  )
}

/** The problems of a body, as `line:column message`, with lines counted in the body. */
export function problemsOf(body: string): string[] {
  return chapterOf(body).problems.map((problem) =>
    formatProblem({ ...problem, line: problem.line - headLines }).replace(/^.*?\.mdx:/, ''),
  )
}
