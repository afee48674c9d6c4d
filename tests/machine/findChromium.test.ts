import { afterEach, expect, test, vi } from 'vitest'
import { findChromium } from '../../src/machine/findChromium.ts'
import { projectRoot } from '../../src/roots.ts'

afterEach(() => vi.unstubAllEnvs())

test.each([
  ['/nonexistent/chromium', '不存在'],
  [projectRoot, '不是能运行的文件'],
  [`${projectRoot}/README.md`, '不是能运行的文件'],
])('CHROME_PATH=%s is refused in words', (path, words) => {
  vi.stubEnv('CHROME_PATH', path)
  expect(() => findChromium()).toThrow(words)
})

test('a program that CHROME_PATH names is taken', () => {
  vi.stubEnv('CHROME_PATH', process.execPath)
  expect(findChromium()).toBe(process.execPath)
})
