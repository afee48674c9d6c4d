import { expect, test } from 'vitest'
import { formatProblem } from '../../src/documents/problem.ts'
import { validate } from '../../src/validation/validate.ts'
import { copyContent } from '../contentCopy.ts'

const check = (root: string) => validate(root).problems.map(formatProblem)
const chapter = 'content/2025/supervision.mdx'
const indicators = 'data/2025/indicators.json'

test('a check that follows another finds what was broken since, and nothing that was mended', () => {
  const { root, edit, read, write } = copyContent()
  const files = [chapter, indicators, 'data/glossary.json', 'data/allowed-quantities.json']
  const right = new Map(files.map((file) => [file, read(file)]))
  expect(check(root)).toEqual([])
  const breaks: [file: string, from: string, to: string, said: RegExp][] = [
    [chapter, '\n## ', '\n共办理58件。\n\n## ', /supervision\.mdx:\d+:\d+ 发现未绑定的数量“58件”/],
    // What a chapter refers to is elsewhere: the chapter itself stays as it is.
    [
      indicators,
      '"id": "supervision.members"',
      '"id": "supervision.membres"',
      /supervision\.mdx:\d+/,
    ],
    ['data/glossary.json', '"id": "zhengxie"', '"id": "zhengxei"', /supervision\.mdx:\d+:\d+ /],
    ['data/allowed-quantities.json', '"phrase": "', '"phrase": "某', /发现未绑定的数量/],
  ]
  for (const [file, from, to, said] of breaks) {
    edit(file, from, to)
    expect(check(root).join('\n'), file).toMatch(said)
    write(file, right.get(file) as string)
    expect(check(root), file).toEqual([])
  }
})
