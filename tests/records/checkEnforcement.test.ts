import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readRegisters } from '../../src/records/readRegisters.ts'
import { completeRoot } from '../fixtures/completeEdition.ts'

const root = mkdtempSync(join(tmpdir(), 'months-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

test('a decline that its months do not bear out is named; the fixture agrees with itself', () => {
  cpSync(completeRoot, root, { recursive: true })
  expect(readRegisters(root, 2099).problems).toEqual([])
  const file = join(root, 'data/2099/supervision.json')
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, text.replace(/"inspectedHouseholds":(\d+)/, '"inspectedHouseholds":1$1'))
  const [problem, ...rest] = readRegisters(root, 2099).problems
  expect(rest).toEqual([])
  expect(problem?.file).toBe('data/2099/supervision.json')
  expect(problem?.found).toMatch(/^按月合计得出的降幅 \d+(\.\d)?%$/)
})
