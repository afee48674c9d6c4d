import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { prunePolicy } from '../../src/publish/prunePolicy.ts'

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
const page = (policy: string, body: string) =>
  `<head><meta http-equiv="content-security-policy" content="${policy}"></head>${body}`

test('a page’s policy keeps the hashes of its inline scripts and styles, and drops those of other pages', () => {
  const body = '<style>a{}</style><script>one()</script><script type="module" src="/x.js"></script>'
  const others = `${hash('other{}')} ${hash('two()')} ${hash('')}`
  expect(
    prunePolicy(
      page(`script-src 'self' ${hash('one()')} ${others}; style-src 'self' ${hash('a{}')}`, body),
    ),
  ).toBe(page(`script-src 'self' ${hash('one()')}; style-src 'self' ${hash('a{}')}`, body))
})
