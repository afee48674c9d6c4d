import { beforeEach, expect, test } from 'vitest'
import { formatProblem } from '../../src/documents/problem.ts'
import { readRegisters } from '../../src/records/readRegisters.ts'
import { type ContentCopy, copyContent } from '../contentCopy.ts'

const file = 'data/2025/withdrawn-figures.json'
let copy: ContentCopy
beforeEach(() => {
  copy = copyContent()
})

/** The problems of a copy with withdrawn figures, one per line from line 2. */
function found(...withdrawn: { id: string; chapter?: string; note?: string }[]): string[] {
  const lines = withdrawn.map((figure) => JSON.stringify(figure))
  copy.write(file, `[\n${lines.join(',\n')}\n]\n`)
  return readRegisters(copy.root, 2025).problems.map(formatProblem)
}

test('an edition may have withdrawn figures, none, or no file of them', () => {
  expect(found({ id: 'gone', chapter: 'supervision' })).toEqual([])
  expect(found()).toEqual([])
  copy.remove(file)
  const { edition, problems } = readRegisters(copy.root, 2025)
  expect(problems).toEqual([])
  expect(edition?.['withdrawn-figures']).toBeUndefined()
})

test('a figure that still stands is not withdrawn', () => {
  expect(
    found({ id: 'gone', chapter: 'supervision' }, { id: 'loop', chapter: 'consultation' }),
  ).toEqual([
    expect.stringMatching(`^${file}:3:7 发现没有撤下的图“loop”；.*提示：从 figures\\.json`),
  ])
})

test('a chapter that is not there, a figure withdrawn twice and one without a chapter are named at their places', () => {
  expect(found({ id: 'gone', chapter: 'supervison' })).toEqual([
    expect.stringMatching(
      `^${file}:2:24 发现没有登记的“supervison”.*content/ 里.*是不是“supervision”`,
    ),
  ])
  const twice = { id: 'gone', chapter: 'supervision' }
  expect(found(twice, twice)).toEqual([
    expect.stringMatching(`^${file}:3:7 发现重复的“gone”.*第 2 行`),
  ])
  expect(found({ id: 'gone' })).toEqual([expect.stringMatching(`^${file}:2:.*chapter`)])
  expect(found({ id: '撤下', chapter: 'supervision' })).toEqual([
    expect.stringMatching(`^${file}:2:7 .*应为小写英文`),
  ])
})
