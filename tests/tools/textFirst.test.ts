import { expect, test } from 'vitest'
import { textFirst } from '../../src/tools/textFirst.ts'

test('scripts of their own file are asked for after text and fonts; inline ones stay as they are', () => {
  expect(textFirst('<script>a()</script><script type="module" src="/a.js"></script>')).toBe(
    '<script>a()</script><script type="module" fetchpriority="low" src="/a.js"></script>',
  )
})
