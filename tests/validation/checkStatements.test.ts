import { expect, test } from 'vitest'
import { stateFigure } from '../../src/charts/statement.ts'
import { plainParts } from '../../src/facts/copy.ts'
import { loadEdition } from '../../src/records/readRegisters.ts'
import type { Edition } from '../../src/sets/edition.ts'
import { checkStatements, staleStatements } from '../../src/validation/checkStatements.ts'
import { copyContent } from '../contentCopy.ts'

const figures = 'data/2025/figures.json'

test('the words of the edition agree with its data', () => {
  const { root } = copyContent()
  expect(checkStatements(loadEdition(root, 2025))).toEqual([])
  expect(staleStatements(loadEdition(root, 2025))).toEqual([])
})

test('words written for a number of records are named with their line once there are more', () => {
  const copy = copyContent()
  const sessions = 'data/2025/sessions.json'
  const record = JSON.parse(copy.read(sessions)).records[0]
  copy.edit(
    sessions,
    '"records": [',
    `"records": [${JSON.stringify({ ...record, id: '2025-q3', topic: '示例议题' })},`,
  )
  const line =
    copy
      .read(figures)
      .split('\n')
      .findIndex((text) => text.includes('"basis"')) + 1
  const [counted, column] = staleStatements(loadEdition(copy.root, 2025))
  expect(counted).toMatchObject({ file: figures, line })
  expect(counted?.found).toBe(
    '图“sessions”的话写于 consultation.sessions 已登记1条时，现在已登记2条',
  )
  expect(column?.found).toBe('图“sessions”的话写于 议题 整栏未公布时，现在已有内容')
})

test('a headline that cites a number its drawing does not show is an error at its place', () => {
  const copy = copyContent()
  const line = copy.edit(
    figures,
    '"headline": "{consultation.sessions}',
    '"headline": "{learning.visits}',
  )
  const [problem] = checkStatements(loadEdition(copy.root, 2025))
  expect(problem).toMatchObject({ file: figures, line, column: 18 })
  expect(problem?.found).toBe('图“sessions”没有画出的数 learning.visits')
})

test('words that quote a limit which the number no longer has are named, and others are shown instead', () => {
  const copy = copyContent()
  copy.edit(
    'data/2025/indicators.json',
    '"bound": "over",',
    '"bound": "over",\n      "word": "超过",',
  )
  const loaded = loadEdition(copy.root, 2025)
  expect(staleStatements(loaded).map(({ found }) => found)).toEqual([
    '图“issues”的话里的“余”，它的数都不带这个词',
  ])
  const { description } = stateFigure(loaded.edition as Edition, 'issues')
  expect(plainParts(description)).toContain('“超过”，实际比画出的多')
})
