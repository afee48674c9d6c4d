import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { oneAtATime } from '../../src/tools/oneAtATime.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'))
  file = join(folder, 'lock')
})
afterEach(() => rmSync(folder, { recursive: true }))

test('what two ask for at once is done one after the other', async () => {
  const done: string[] = []
  const work = (name: string) => async () => {
    done.push(`${name} begins`)
    await new Promise((resolve) => setTimeout(resolve, 300))
    done.push(`${name} ends`)
  }
  await Promise.all([oneAtATime(file, '等', work('one')), oneAtATime(file, '等', work('other'))])
  expect(done).toEqual(['one begins', 'one ends', 'other begins', 'other ends'])
  expect(existsSync(file)).toBe(false)
})

test('a process that is gone holds nobody up', async () => {
  writeFileSync(file, '-99999999')
  expect(await oneAtATime(file, '等', async () => 'done')).toBe('done')
})

test('a process that was killed and had the id that this one has now holds nobody up', async () => {
  writeFileSync(file, `-${process.pid}`)
  expect(await oneAtATime(file, '等', async () => 'done')).toBe('done')
})

test('a lock that its process could not write its id into holds nobody up', async () => {
  writeFileSync(file, '')
  const long = new Date(Date.now() - 60_000)
  utimesSync(file, long, long)
  expect(await oneAtATime(file, '等', async () => 'done')).toBe('done')
})

test('what fails gives way to the next', async () => {
  await expect(
    oneAtATime(file, '等', async () => {
      throw new Error('没有成')
    }),
  ).rejects.toThrow('没有成')
  expect(existsSync(file)).toBe(false)
})
