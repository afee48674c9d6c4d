import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from '../../src/search/fold.ts'
import { phrase, tokenize, untokenize } from '../../src/search/token.ts'

const bare = (tokens: string) => tokens.replace(/[\^~]/g, '')

test('a text returns from its tokens as it was written', () => {
  for (const text of ['', ' ', '“提、办、评、改”', '55.8%，Ａa Ｂ 第2段', '𠮷野家😀﨑 ǅ K ẞ']) {
    expect(untokenize(tokenize(text))).toBe(text)
  }
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      fc.pre(!text.includes('\u3000'))
      expect(untokenize(tokenize(text))).toBe(text)
    }),
  )
})

test('every token is one letter, and a code point that this site prints is one token', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
      for (const token of bare(tokenize(text)).split(' ')) expect(token).toMatch(/^\p{L}$/u)
    }),
  )
  const printed = '12场，单日最高达10万人次（％）“”·—…　〇々'
  expect(tokenize(printed).split(' ')).toHaveLength(printed.length)
})

test('a query in another width or case becomes the same phrase', () => {
  expect(phrase('ＰＬＯＴ，５％')).toBe(phrase('plot,5%'))
  expect(phrase('80余')).not.toBe(phrase('80多'))
})

test('texts that fold alike share their tokens, others do not', () => {
  const unit = fc.string({ unit: 'binary', minLength: 1 })
  fc.assert(
    fc.property(unit, unit, (a, b) => {
      expect(bare(tokenize(a)) === bare(tokenize(b))).toBe(fold(a) === fold(b))
    }),
  )
})
