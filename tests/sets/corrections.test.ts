import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { formatProblem } from '../../src/documents/problem.ts'
import { readRegisters } from '../../src/records/readRegisters.ts'
import { contentAt } from '../contentFolder.ts'
import { completeRoot } from '../fixtures/completeEdition.ts'

const root = mkdtempSync(join(tmpdir(), 'corrections-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
cpSync(completeRoot, root, { recursive: true })
const content = contentAt(root)
const file = 'data/2099/corrections.json'

const correction = {
  id: 'first',
  indicator: 'consultation.sessions',
  field: 'value',
  old: '10场',
  new: '12场',
  date: '2100-01-05',
  reason: '示例区虚构的更正。',
}

/** The problems of the fictional edition with these corrections, one per line from line 2. */
function found(...corrections: object[]): string[] {
  const lines = corrections.map((each) => JSON.stringify(each))
  content.write(file, `[\n${lines.join(',\n')}\n]\n`)
  return readRegisters(root, 2099).problems.map(formatProblem)
}

test('a correction ends in what the number says now, with its qualifier and unit', () => {
  expect(found(correction)).toEqual([])
  expect(found({ ...correction, indicator: 'consultation.issues-resolved', new: '80个' })).toEqual([
    expect.stringMatching(
      `^${file}:2:\\d+ 发现改为“80个”，而 consultation.issues-resolved 现在写作“80余个”；应为“80余个”（data/2099/indicators.json 第 3 行）`,
    ),
  ])
})

test('a period is corrected like a number', () => {
  const period = { ...correction, field: 'period', old: '2098年', new: '2099年' }
  expect(found(correction, { ...period, id: 'second' })).toEqual([])
  expect(found({ ...period, new: '2097年' })).toEqual([expect.stringContaining('现在写作“2099年”')])
})

test('corrections of one number follow each other by date, wherever they are listed', () => {
  const earlier = { ...correction, id: 'second', old: '9场', new: '10场', date: '2100-01-02' }
  expect(found(correction, earlier)).toEqual([])
  expect(found(correction, { ...earlier, new: '11场' })).toEqual([
    expect.stringMatching(
      `^${file}:2:\\d+ 发现“10场”，上一次更正（第 3 行）改成的是“11场”；应为“11场”`,
    ),
  ])
})

test('what changes nothing, a day that does not exist and an unknown number are named at their places', () => {
  expect(found({ ...correction, old: '12场' })).toEqual([
    expect.stringMatching(`^${file}:2:\\d+ 发现与 old 相同的“12场”`),
  ])
  expect(found({ ...correction, date: '2100-02-30' })).toEqual([
    expect.stringMatching(`^${file}:2:\\d+ .*确有这一天`),
  ])
  expect(found({ ...correction, indicator: 'consultation.session' })).toEqual([
    expect.stringMatching(
      `^${file}:2:\\d+ 发现没有登记的“consultation.session”.*是不是“consultation.sessions”`,
    ),
  ])
})

test('the basis of a correction is a place in a registered source', () => {
  const source = { document: 'article', section: '导语', paragraph: 1, phrase: '12场' }
  expect(found({ ...correction, source })).toEqual([])
  expect(found({ ...correction, source: { ...source, document: 'notice' } })).toEqual([
    expect.stringContaining('没有登记的“notice”'),
  ])
})
