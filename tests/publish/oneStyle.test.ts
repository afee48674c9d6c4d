import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { oneStyle } from '../../src/publish/oneStyle.ts'

test('several styles of the head become one, in the place of the first and in their order', () => {
  expect(
    oneStyle('<head><style>p{top:0}</style><i></i><style>p{left:0}</style></head><p></p>'),
  ).toBe('<head><style>p{top:0}p{left:0}</style><i></i></head><p></p>')
})

test('the policy names the style as it has become', () => {
  const policy = '<meta http-equiv="content-security-policy" content="style-src \'self\'">'
  const hash = createHash('sha256').update('p{top:0}p{left:0}').digest('base64')
  expect(
    oneStyle(`<head>${policy}<style>p{top:0}</style><style>p{left:0}</style></head>`),
  ).toContain(`style-src 'self' 'sha256-${hash}'`)
})

test('a style of a noscript, an svg or a template stays there, for whom it is meant', () => {
  const kept = [
    '<noscript><style>.lost{top:0}</style></noscript>',
    '<svg><style>.b{top:0}</style></svg>',
    '<template><style>.c{top:0}</style></template>',
  ].join('')
  const page = `<head>${kept}<style>p{left:0}</style></head>`
  expect(oneStyle(page)).toBe(page)
})

test('a style after the head stays where it is', () => {
  for (const page of [
    '<head><style>p{left:0}</style></head><p></p><style>.lost{top:0}</style>',
    '<head></head><style>.lost{top:0}</style>',
  ])
    expect(oneStyle(page)).toBe(page)
})
