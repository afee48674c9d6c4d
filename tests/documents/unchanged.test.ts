import { expect, test } from 'vitest'
import { keepUnchanged } from '../../src/documents/unchanged.ts'

test('a result is kept while its inputs are the same, and made again when one is another', () => {
  const kept = keepUnchanged<object>()
  const document = { id: 'a' }
  const first = kept('file', ['text', document], () => ({}))
  expect(kept('file', ['text', document], () => ({}))).toBe(first)
  const second = kept('file', ['text', { id: 'a' }], () => ({}))
  expect(second).not.toBe(first)
  expect(kept('file', ['text'], () => ({}))).not.toBe(second)
})

test('each key has a result of its own, nothing among them', () => {
  const kept = keepUnchanged<undefined | string>()
  expect(kept('missing', ['text'], () => undefined)).toBeUndefined()
  expect(kept('missing', ['text'], () => 'made again')).toBeUndefined()
  expect(kept('there', ['text'], () => 'there')).toBe('there')
})
