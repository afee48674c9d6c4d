import { beforeEach, expect, test } from 'vitest'
import { formatProblem } from '../../src/documents/problem.ts'
import { allowedPhrases } from '../../src/prose/allowedPhrases.ts'
import { checkAllowed } from '../../src/prose/checkAllowed.ts'
import { loadRegisters } from '../../src/records/registers.ts'
import { type ContentCopy, copyContent } from '../contentCopy.ts'

const file = 'data/allowed-quantities.json'
const entries = [
  { phrase: '三张清单', reason: '名称。' },
  { phrase: '两支队伍', reason: '提法。' },
  { phrase: '统一', reason: '不是数。' },
]
let copy: ContentCopy
beforeEach(() => {
  copy = copyContent()
  copy.write(file, JSON.stringify(entries, null, 2))
})

test('an entry that no text uses, and one that holds no quantity, are named at their line', () => {
  const problems = checkAllowed(loadRegisters(copy.root, 2025), ['“三张清单”模式，统一'])
  expect(problems.map(formatProblem)).toEqual([
    expect.stringMatching(/^data\/allowed-quantities\.json:7:15 发现没有用到的“两支队伍”/),
    expect.stringMatching(/^data\/allowed-quantities\.json:11:15 发现不含数量的“统一”/),
  ])
})

test('set phrases are allowed beside the listed ones', () => {
  expect(allowedPhrases([loadRegisters(copy.root, 2025)])).toEqual(
    expect.arrayContaining(['三张清单', '闭环七步法', '四大攻坚']),
  )
})

test('a bare number is refused, and an entry that is wrong takes no other with it', () => {
  const three = { phrase: '三十人', reason: '参加的人数。' }
  copy.write(file, JSON.stringify([{ phrase: '' }, entries[0], three], null, 2))
  const registers = loadRegisters(copy.root, 2025)
  expect(allowedPhrases([registers])).toContain('三张清单')
  expect(checkAllowed(registers, ['三张清单，三十人']).map(formatProblem)).toEqual([
    expect.stringMatching(/^data\/allowed-quantities\.json:10:15 发现只是一个数的“三十人”/),
  ])
})
