import { expect, test } from 'vitest'
import { formatProblem } from '../../src/documents/problem.ts'
import { loadRegisters } from '../../src/records/registers.ts'
import { strayDays } from '../../src/records/strayDays.ts'
import { validate } from '../../src/validation/validate.ts'
import { copyContent } from '../contentCopy.ts'
import { completeRoot } from '../fixtures/completeEdition.ts'

const sessions = 'data/2025/sessions.json'

test('a session on a day of another year is named, and published all the same', () => {
  const copy = copyContent()
  const set = JSON.parse(copy.read(sessions))
  set.records[0] = { ...set.records[0], period: null, date: '2024-03-05' }
  copy.write(sessions, JSON.stringify(set, null, 2))
  const { problems, notices } = validate(copy.root)
  expect(problems).toEqual([])
  expect(notices.map(formatProblem)).toContainEqual(
    expect.stringMatching(
      /^data\/2025\/sessions\.json:\d+:\d+ 发现日期 2024-03-05；应为2025 年的一天。/,
    ),
  )
})

test('days of the year itself, and of corrections, which come later, are not', () => {
  const registers = loadRegisters(completeRoot, 2099)
  const days = JSON.stringify([...registers.byName.values()].map(({ document }) => document.value))
  expect(days.match(/"date":"2099-/g)?.length).toBeGreaterThan(10)
  expect(days).toContain('"date":"2100-01-08"')
  expect(strayDays(registers)).toEqual([])
})
