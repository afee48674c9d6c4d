import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { hashFiles } from '../../src/store/hashFiles.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'hash-'))
  mkdirSync(join(root, 'data'))
  writeFileSync(join(root, 'data/a.json'), '1')
  writeFileSync(join(root, 'data/b.json'), '2')
})
afterEach(() => rmSync(root, { recursive: true }))

const hash = () => hashFiles(root, ['data', 'other.json'])

test.each([
  ['a byte of a file changes', () => writeFileSync(join(root, 'data/b.json'), '3')],
  ['a file is added', () => writeFileSync(join(root, 'data/c.json'), '')],
  ['a file goes', () => rmSync(join(root, 'data/b.json'))],
  [
    'a file gets another name',
    () => renameSync(join(root, 'data/b.json'), join(root, 'data/c.json')),
  ],
  ['a named file that was missing is there', () => writeFileSync(join(root, 'other.json'), '')],
  [
    'bytes move from one file to the next',
    () => {
      writeFileSync(join(root, 'data/a.json'), '')
      writeFileSync(join(root, 'data/b.json'), '12')
    },
  ],
])('the hash differs once %s', (_, change) => {
  const before = hash()
  change()
  expect(hash()).not.toBe(before)
})

test('the hash stays the same while nothing changes, whenever the files were written', () => {
  const before = hash()
  writeFileSync(join(root, 'data/a.json'), '1')
  expect(hash()).toBe(before)
})
