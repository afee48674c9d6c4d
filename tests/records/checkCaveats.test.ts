import { describe, expect, test } from 'vitest'
import { formatProblem } from '../../src/documents/problem.ts'
import { staleCaveats } from '../../src/records/checkCaveats.ts'
import { loadEdition, readRegisters } from '../../src/records/readRegisters.ts'
import { copyContent } from '../contentCopy.ts'
import type { ContentFolder } from '../contentFolder.ts'

const indicators = 'data/2025/indicators.json'
const sessions = 'data/2025/sessions.json'

/** The caveat of an indicator as pages show it, and the notices. */
function read({ root }: ContentFolder, id: string) {
  const { edition, registers } = loadEdition(root, 2025)
  return {
    caveat: edition?.indicators.find((indicator) => indicator.id === id)?.caveat,
    notices: staleCaveats(registers).map(formatProblem),
  }
}

/** Adds dated sessions up to a given number. */
function addSessions(copy: ContentFolder, total: number) {
  const set = JSON.parse(copy.read(sessions))
  while (set.records.length < total) {
    const month = String(set.records.length).padStart(2, '0')
    set.records.push({
      ...set.records[0],
      id: `added-${month}`,
      period: null,
      date: `2025-${month}-08`,
    })
  }
  copy.write(sessions, JSON.stringify(set))
}

test('caveats as they stand hold', () => {
  expect(read(copyContent(), 'consultation.sessions')).toEqual({
    caveat: expect.stringContaining('写明时间的只有'),
    notices: [],
  })
})

describe('a caveat that speaks of what is recorded', () => {
  test('gives way to a generated one when another session is recorded, and the clerk is told', () => {
    const copy = copyContent()
    addSessions(copy, 3)
    const { caveat, notices } = read(copy, 'consultation.sessions')
    expect(caveat).toBe('只登记了一部分，其余未公布。')
    expect(notices).toEqual([
      expect.stringMatching(
        /^data\/2025\/indicators\.json:23:14 发现写于登记 1 条、7 项时的 caveat/,
      ),
    ])
    expect(notices[0]).toContain('"basis": { "records": 3, ')
  })

  test('is dropped once everything is recorded', () => {
    const copy = copyContent()
    addSessions(copy, 12)
    expect(read(copy, 'consultation.sessions').caveat).toBeNull()
  })

  test('stands again when it is confirmed for what is recorded now', () => {
    const copy = copyContent()
    addSessions(copy, 3)
    const basis = /"basis": \{.*?\}/.exec(
      read(copy, 'consultation.sessions').notices[0] as string,
    )?.[0]
    copy.edit(indicators, '"basis": { "records": 1, "values": 7 }', basis as string)
    expect(read(copy, 'consultation.sessions').notices).toEqual([])
  })
})

test('a caveat that says the period is not published is refused beside a period', () => {
  const copy = copyContent()
  copy.edit(indicators, '"period": null', '"period": "2025年1—12月"')
  expect(readRegisters(copy.root, 2025).problems.map(formatProblem)).toEqual([
    expect.stringMatching(
      /^data\/2025\/indicators\.json:22:15 发现caveat 里的“起止时间未公布”；应为与第 14 行的 period 相符的话（2025年1—12月）/,
    ),
  ])
})
