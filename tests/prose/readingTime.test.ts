import { expect, test } from 'vitest'
import { readingMinutes } from '../../src/prose/readingTime.ts'

test('reading time counts the Han characters of the prose, four hundred a minute', () => {
  expect(readingMinutes('字'.repeat(1200))).toBe(3)
})

test('tags and Latin letters take no time', () => {
  const tag = '<Term id="proposal">提案</Term>'
  expect(readingMinutes(`${'字'.repeat(398)}${tag}${'<Figure id="sessions" />'.repeat(400)}`)).toBe(
    1,
  )
})

test('the shortest chapter still takes a minute', () => {
  expect(readingMinutes('')).toBe(1)
})
