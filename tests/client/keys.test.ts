import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isPlainClick, pressedKey } from '../../src/client/keys.ts'
import { projectRoot } from '../../src/roots.ts'

const plain = {
  key: 'Enter',
  keyCode: 13,
  isComposing: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
}

test('a key pressed alone is the page’s', () => {
  expect(pressedKey(plain)).toBe('Enter')
})

test.each([
  ['while an input method composes', { isComposing: true }],
  ['as it ends a composition in Safari', { keyCode: 229 }],
  ['with Ctrl', { ctrlKey: true }],
  ['with Alt', { altKey: true }],
  ['with Meta', { metaKey: true }],
])('a key is not the page’s %s', (_, how) => {
  expect(pressedKey({ ...plain, ...how })).toBe('')
})

test('Shift makes another key of Home and the space bar, and is part of typing +', () => {
  const keys = ['Home', ' ', '+'].map((key) => pressedKey({ ...plain, key, shiftKey: true }))
  expect(keys).toEqual(['Shift+Home', 'Shift+ ', '+'])
})

test('a click with a key held opens a tab or a window, or saves, and is not the page’s', () => {
  expect(isPlainClick(plain)).toBe(true)
  for (const held of ['altKey', 'ctrlKey', 'metaKey', 'shiftKey'])
    expect(isPlainClick({ ...plain, [held]: true }), held).toBe(false)
})

test('every script that hears keys asks pressedKey which was pressed', () => {
  const hearing = globSync('src/**/*.{ts,astro}', { cwd: projectRoot })
    .map((file) => ({ file, code: readFileSync(`${projectRoot}/${file}`, 'utf8') }))
    .filter(({ code }) => /\b(on)?key(down|up|press)\b/.test(code))
  expect(hearing.length).toBeGreaterThan(0)
  for (const { file, code } of hearing) {
    // Scripts that import nothing check the key and its modifiers themselves.
    if (/\/(readMarks|reader)\.ts$/.test(file)) continue
    expect(code, file).toContain('pressedKey(event)')
    expect(code, file).not.toMatch(/event\.(key|code|which)\b/)
  }
})
