import { expect, test } from 'vitest'
import { parseQuery } from '../../src/search/browser/query.ts'

const simplify = (text: string) => text.replaceAll('營', '营')
const parse = (query: string) => parseQuery(query, simplify).alternatives

test('a query is the parts between its spaces, folded, each once', () => {
  expect(parse('　芦席 水上巴士  芦席')).toEqual([['芦席', '水上巴士']])
  expect(parse('５５．８％ Plot')).toEqual([['55.8%', 'plot']])
  expect(parse('營商')).toEqual([['营商']])
  expect(parse(' 　\n')).toEqual([])
})

test('quotation marks ask for these very characters, with the marks first, without them otherwise', () => {
  expect(parseQuery('“營商  環境”', simplify)).toEqual({
    alternatives: [['“營商 環境”'], ['營商 環境']],
    isQuoted: true,
  })
  expect(parse('"营商"')).toEqual([['"营商"'], ['营商']])
  expect(parse('“营商')).toEqual([['“营商']])
  expect(parse('“”')).toEqual([['“”']])
})

test('what looks like a character is that character, and what cannot be seen is nothing', () => {
  expect(parse('\u2F08\u2F17余\u200B')).toEqual([['人十余']])
  expect(parse('\uFEFF\uF9D1\u202E大类')).toEqual([['六大类']])
})
