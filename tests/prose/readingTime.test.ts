import { expect, test } from 'vitest'
import { readingMinutes } from '../../src/prose/readingTime.ts'

test('reading time counts the Han characters of the prose, three hundred a minute', () => {
  expect(readingMinutes('字'.repeat(900))).toBe(3)
})

test('tags and Latin letters take no time, a figure a third of a minute', () => {
  const tag = '<Term id="proposal">提案</Term>'
  expect(readingMinutes(`${'字'.repeat(298)}${tag}${'<Plate id="luxi" />'.repeat(400)}`)).toBe(1)
  expect(readingMinutes(`${'字'.repeat(300)}${'<Figure id="sessions" />'.repeat(3)}`)).toBe(2)
})

test('the shortest chapter still takes a minute', () => {
  expect(readingMinutes('')).toBe(1)
})
