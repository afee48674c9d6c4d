import { expect, test } from 'vitest'
import { formatProblem } from '../../src/documents/problem.ts'
import { validate } from '../../src/validation/validate.ts'
import { addNewEdition } from '../addNewEdition.ts'
import { type ContentCopy, copyContent } from '../contentCopy.ts'

const file = 'data/2026/indicators.json'
const own = '"definitionId": "consultation.sessions@2025"'

/** What is said of the indicators of a draft of 2026 that has been changed. */
function said(change: (copy: ContentCopy) => void): string[] {
  const copy = copyContent()
  addNewEdition(copy, 2026)
  change(copy)
  return validate(copy.root, { drafts: true }).problems.map(formatProblem)
}

test('a new edition follows the definitions of the one it was made from', () => {
  expect(said(({ read }) => expect(read(file)).toContain(own))).toEqual([])
})

test('a definition that no earlier edition has is refused, with the nearest one', () => {
  expect(
    said(({ edit }) => edit(file, own, '"definitionId": "consultation.session@2025"')),
  ).toEqual([
    expect.stringMatching(
      /^data\/2026\/indicators\.json:\d+:\d+ 发现往年各版没有的定义“consultation\.session@2025”.*是不是“consultation\.sessions@2025”/,
    ),
  ])
})

test('an edition cannot follow its own definition, or one that is no id', () => {
  expect(
    said(({ edit }) => edit(file, own, '"definitionId": "consultation.sessions@2026"')),
  ).toEqual([expect.stringContaining('往年各版没有的定义“consultation.sessions@2026”')])
  expect(said(({ edit }) => edit(file, own, '"definitionId": "2025"'))).toEqual([
    expect.stringContaining('应为“指标编号@年份”'),
  ])
})

test('a definition that reads otherwise is not the same, and is the edition’s own without the id', () => {
  const reworded = ({ edit }: ContentCopy) => edit(file, '对标发展所需召开', '召开')
  expect(said(reworded)).toEqual([
    expect.stringMatching(/与“consultation\.sessions@2025”写得不同的定义.*删去 definitionId/),
  ])
  expect(
    said((copy) => {
      reworded(copy)
      copy.edit(file, `${own},`, '')
    }),
  ).toEqual([])
})

test('the third year names the edition that first wrote the definition', () => {
  const third = (copy: ContentCopy) => {
    addNewEdition(copy, 2027, 2026)
    expect(copy.read('data/2027/indicators.json')).toContain(own)
  }
  expect(said(third)).toEqual([])
  expect(
    said((copy) => {
      third(copy)
      copy.edit('data/2027/indicators.json', own, own.replace('2025', '2026'))
    }),
  ).toEqual([
    expect.stringContaining(
      '“consultation.sessions@2026”，那一版自己沿用的是“consultation.sessions@2025”',
    ),
  ])
})
