import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseJson } from '../../src/documents/jsonDocument.ts'
import { formatProblem } from '../../src/documents/problem.ts'

const places = (text: string) =>
  parseJson('data/x.json', text).problems.map(({ line, column }) => [line, column])

describe('a syntax error is placed where it has to be mended', () => {
  test.each([
    ['a missing comma', '{\n  "a": 1\n  "b": 2\n}', [[2, 8]], '逗号'],
    ['a trailing comma', '{\n  "a": 1,\n}', [[2, 9]], '多余的逗号'],
    ['a trailing comma in a list', '[\n  1,\n]', [[2, 4]], '多余的逗号'],
    ['a comment', '{\n  // 注\n  "a": 1\n}', [[2, 3]], '注释'],
    ['an open string', '{\n  "a": "x,\n  "b": 2\n}', [[2, 8]], '英文双引号'],
    ['full-width marks', '{\n  “a”：1\n}', [[2, 3]], '“ 改成英文的 "'],
    ['a full-width comma', '{\n  "a": 1，\n  "b": 2\n}', [[2, 9]], '， 改成英文的 ,'],
    ['a word that is no value', '{\n  "a": 无\n}', [[2, 8]], 'JSON'],
    ['a number that begins with 0', '{ "a": 046 }', [[1, 8]], '不以 0 开头'],
    ['a number with commas', '{ "a": 100,000 }', [[1, 8]], '数里的逗号 100,000'],
    ['quotes inside a text', '{ "a": "到"局"去" }', [[1, 11]], '引号写“”'],
    ['a missing value', '{\n  "a": ,\n  "b": 2\n}', [[2, 8]], 'null'],
    ['an unclosed list', '[1, 2', [[1, 6]], ']'],
  ])('%s', (_name, text, expected, word) => {
    const { problems } = parseJson('data/x.json', text)
    expect(places(text)).toEqual(expected)
    expect(formatProblem(problems[0] as (typeof problems)[0])).toContain(word)
  })
})

test('every syntax error of a file is listed', () => {
  expect(places('{\n  "a": 1\n  "b": 2,\n  // 注\n  "c": [1, 2,]\n}')).toEqual([
    [2, 8],
    [4, 3],
    [5, 13],
  ])
})

test('a property written twice is named at its second place', () => {
  const { problems } = parseJson(
    'data/x.json',
    '{\n  "a": 1,\n  "b": { "c": 1, "c": 2 },\n  "a": 3\n}',
  )
  expect(problems.map(({ line, found }) => [line, found])).toEqual([
    [3, '重复的属性“c”'],
    [4, '重复的属性“a”'],
  ])
})

test('what was written before a broken place can still be checked', () => {
  const { document } = parseJson('data/x.json', '[{ "id": "a" }, { "id": "b" ; }, { "id": "c" }]')
  expect(document?.value).toEqual([{ id: 'a' }, { id: 'b' }])
  expect(document?.salvagedKeys).toEqual(new Set(['a', 'b', 'c']))
})

test('reads exactly what JSON reads, and complains exactly when JSON does', () => {
  const damaged = fc
    .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '}', ']', '"', ':', '//', 'x', '0', '\t'))
    .map(([json, at, piece]) => {
      const place = at % (json.length + 1)
      return json.slice(0, place) + piece + json.slice(place + (at % 2))
    })
  fc.assert(
    fc.property(fc.oneof(fc.json(), damaged), (text) => {
      let value: unknown
      let valid = true
      try {
        value = JSON.parse(text)
      } catch {
        valid = false
      }
      const { document, problems } = parseJson('data/x.json', text)
      // Valid JSON that is refused because of what it would mean.
      const syntax = problems.filter(({ found }) => !/^(?:重复的属性|属性“__proto__”)/.test(found))
      expect(syntax.length === 0).toBe(valid)
      if (valid && problems.length === 0) expect(document?.value).toEqual(value)
    }),
    { numRuns: 500 },
  )
})
