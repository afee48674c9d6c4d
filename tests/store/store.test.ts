import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keyOf, Store } from '../../src/store/store.ts'

let folder: string
let store: Store
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-'))
  store = new Store(folder)
})
afterEach(() => rmSync(folder, { recursive: true }))

const bytes = (text: string) => Buffer.from(text)
const entries = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
const onlyEntry = () => entries()[0] ?? ''

test('what was put under a key comes back, in another process’s store as well', () => {
  store.put(keyOf('picture', 'a'), bytes('PNG'))
  expect(store.get(keyOf('picture', 'a'))?.toString()).toBe('PNG')
  expect(new Store(folder).get(keyOf('picture', 'a'))?.toString()).toBe('PNG')
  expect(store.get(keyOf('picture', 'b'))).toBeUndefined()
})

const input = fc.oneof(
  fc.string(),
  fc.double({ noNaN: true }),
  fc.boolean(),
  fc.constant(null),
  fc.uint8Array(),
  fc.array(fc.string()),
)

test('inputs that differ in anything have different keys, equal ones the same', () => {
  fc.assert(
    fc.property(fc.array(input), fc.array(input), (some, others) => {
      const written = (inputs: unknown[]) =>
        JSON.stringify(inputs.map((one) => (one instanceof Uint8Array ? ['bytes', ...one] : one)))
      expect(keyOf('kind', ...some) === keyOf('kind', ...others)).toBe(
        written(some) === written(others),
      )
    }),
  )
  expect(keyOf('font', 'a')).not.toBe(keyOf('picture', 'a'))
})

test('another version of the code has other keys, so that nothing old can come back', () => {
  const before = process.env.CODE_VERSION
  try {
    process.env.CODE_VERSION = 'one'
    const key = keyOf('picture', 'a')
    process.env.CODE_VERSION = 'two'
    expect(keyOf('picture', 'a')).not.toBe(key)
  } finally {
    if (before === undefined) delete process.env.CODE_VERSION
    else process.env.CODE_VERSION = before
  }
})

test('an entry that is damaged, cut short or emptied counts as missing, and can be put again', () => {
  const key = keyOf('picture', 'a')
  store.put(key, bytes('a picture'))
  const whole = readFileSync(onlyEntry())
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const damaged = Buffer.from(whole)
      damaged[at] = (damaged[at] ?? 0) ^ change
      writeFileSync(onlyEntry(), damaged)
      expect(store.get(key)).toBeUndefined()
      writeFileSync(onlyEntry(), whole.subarray(0, at))
      expect(store.get(key)).toBeUndefined()
    }),
  )
  store.put(key, bytes('a picture'))
  expect(store.get(key)?.toString()).toBe('a picture')
})

test('what interrupted writes of processes that are gone have left is cleared away, what others write is not', () => {
  store.put(keyOf('picture', 'a'), bytes('PNG'))
  // No process has this id: Linux stays below it, other systems far below.
  writeFileSync(`${onlyEntry()}.99999999.tmp`, 'half')
  writeFileSync(`${onlyEntry()}.${process.ppid}.tmp`, 'half')
  store.tidy()
  expect(entries().filter((file) => file.endsWith('.tmp'))).toEqual([
    expect.stringMatching(`${process.ppid}.tmp$`),
  ])
  expect(store.get(keyOf('picture', 'a'))).toBeDefined()
})

test('an entry that nobody has asked for in a month goes, one that was asked for stays', () => {
  const long = new Date(Date.now() - 40 * 86_400_000)
  for (const name of ['asked', 'forgotten']) {
    store.put(keyOf('picture', name), bytes(name))
  }
  for (const file of entries()) utimesSync(file, long, long)
  store.get(keyOf('picture', 'asked'))
  store.tidy()
  expect(store.get(keyOf('picture', 'asked'))).toBeDefined()
  expect(store.get(keyOf('picture', 'forgotten'))).toBeUndefined()
})

test('what is taken over from another store is only read there, for it may be somebody else’s', () => {
  const key = keyOf('picture', 'a')
  store.put(key, bytes('PNG'))
  const long = new Date(Date.now() - 40 * 86_400_000)
  utimesSync(onlyEntry(), long, long)
  const other = onlyEntry()
  const own = new Store(join(folder, 'own'))
  own.adopt(folder)
  expect(own.get(key)?.toString()).toBe('PNG')
  expect(statSync(other).mtimeMs).toBe(long.getTime())
})

test('a folder that is not there is an empty store', () => {
  const none = new Store(join(folder, 'none'))
  expect(none.get(keyOf('picture', 'a'))).toBeUndefined()
  expect(() => none.tidy()).not.toThrow()
})
