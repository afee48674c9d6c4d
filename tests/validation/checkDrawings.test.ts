import { expect, test } from 'vitest'
import { formatProblem } from '../../src/documents/problem.ts'
import { loadEdition } from '../../src/records/readRegisters.ts'
import { checkDrawings } from '../../src/validation/checkDrawings.ts'
import { validate } from '../../src/validation/validate.ts'
import { copyContent } from '../contentCopy.ts'

test('every figure of the recorded edition can be drawn', () => {
  expect(checkDrawings(loadEdition(copyContent().root, 2025))).toEqual([])
})

test('a figure that no drawing knows is named at its line, with the nearest one', () => {
  const copy = copyContent()
  const line = copy.edit('data/2025/figures.json', '"id": "loop"', '"id": "lop"')
  expect(checkDrawings(loadEdition(copy.root, 2025)).map(formatProblem)).toEqual([
    expect.stringMatching(
      new RegExp(`^data/2025/figures\\.json:${line}:\\d+ 发现没有画法的图“lop”.*是不是“loop”`),
    ),
  ])
})

test('a supervision after which nothing is said to fall can be drawn', () => {
  const copy = copyContent()
  const file = 'data/2025/supervision.json'
  copy.write(file, JSON.stringify({ ...JSON.parse(copy.read(file)), declines: [] }))
  expect(checkDrawings(loadEdition(copy.root, 2025))).toEqual([])
})

test('a figure whose indicator is gone is named instead of ending the build', () => {
  const copy = copyContent()
  copy.edit(
    'data/2025/indicators.json',
    '"consultation.issues-resolved"',
    '"consultation.issues-solved"',
  )
  expect(checkDrawings(loadEdition(copy.root, 2025)).map(formatProblem).join('\n')).toMatch(
    /figures\.json:\d+:\d+ 发现画不出的图“issues”/,
  )
})

test('a figure that names fewer indicators than it draws says which, in order', () => {
  const copy = copyContent()
  copy.edit(
    'data/2025/figures.json',
    '"indicators": ["public-opinion.submitted", "public-opinion.adopted"]',
    '"indicators": ["public-opinion.submitted"]',
  )
  expect(checkDrawings(loadEdition(copy.root, 2025)).map(formatProblem).join('\n')).toMatch(
    /figures\.json:\d+:\d+ 发现画不出的图“submissions”：.*有1个，应依次是报送的篇数、录用的篇数/,
  )
})

test('a figure of more marks than a page can carry is named', () => {
  const copy = copyContent()
  copy.edit('data/2025/indicators.json', '"value": 80,', '"value": 20000,')
  expect(checkDrawings(loadEdition(copy.root, 2025)).map(formatProblem).join('\n')).toMatch(
    /figures\.json:\d+:\d+ 发现太大的图“issues”/,
  )
})

test('a count that could never be drawn one by one is named, not tried', () => {
  const copy = copyContent()
  copy.edit('data/2025/indicators.json', '"value": 80,', '"value": 100000000,')
  expect(checkDrawings(loadEdition(copy.root, 2025)).map(formatProblem).join('\n')).toMatch(
    /figures\.json:\d+:\d+ 发现画不出的图“issues”：“推动解决的企业疑难问题”太多，不能逐个画/,
  )
})

test('a figure whose record set the edition lacks is named where prose places it, a small drawing where it is asked for', () => {
  const copy = copyContent()
  copy.remove('data/2025/loop.json')
  copy.remove('data/2025/learning.json')
  const line = (file: string, words: string) =>
    copy
      .read(file)
      .split('\n')
      .findIndex((each) => each.includes(words)) + 1
  const chapter = 'content/2025/consultation.mdx'
  const found = validate(copy.root).problems.map(formatProblem)
  expect(found).toEqual(
    expect.arrayContaining([
      expect.stringMatching(
        `^${chapter}:${line(chapter, '<Figure id="loop"')}:\\d+ 发现图“loop”要画 loop.json，这一版没有；应为data/2025/ 里有 loop.json。提示：补上这个记录集，或撤下这幅图`,
      ),
      expect.stringMatching(`^${chapter}:${line(chapter, '<Figure id="issues"')}:`),
      expect.stringMatching(
        `^data/2025/initiatives.json:${line('data/2025/initiatives.json', '"visits"')}:\\d+ 发现小图“visits”要画 learning.json`,
      ),
    ]),
  )
  expect(found).toHaveLength(5)
})
