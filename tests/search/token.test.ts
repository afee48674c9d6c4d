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

test('every code point is one token of letters, and nearly every one a single letter', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const tokens = text === '' ? [] : bare(tokenize(text)).split(' ')
      expect(tokens).toHaveLength([...text].length)
      for (const token of tokens) expect(token).toMatch(/^\p{L}{1,2}$/u)
    }),
  )
  for (const token of bare(tokenize('12场，单日最高达10万人次（％）“”·—…　〇々')).split(' ')) {
    expect([...token]).toHaveLength(1)
  }
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
