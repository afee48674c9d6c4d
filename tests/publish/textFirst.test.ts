import { expect, test } from 'vitest'
import { textFirst } from '../../src/publish/textFirst.ts'

test('scripts of their own file are asked for after text and fonts; inline ones stay as they are', () => {
  expect(textFirst('<script>a()</script><script type="module" src="/a.js"></script>')).toBe(
    '<script>a()</script><script type="module" fetchpriority="low" src="/a.js"></script>',
  )
})

test('a script that waits in a template, for a reader to ask for it, does not give way', () => {
  const box = '<template><script type="module" src="/box.js"></script></template>'
  expect(textFirst(`${box}<script type="module" src="/a.js"></script>`)).toBe(
    `${box}<script type="module" fetchpriority="low" src="/a.js"></script>`,
  )
})
