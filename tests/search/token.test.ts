import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from '../../src/reading/fold.ts'
import { indexedWords, runWords } from '../../src/search/token.ts'

const joined = (run: string) => runWords(run).join(' ')
// Planes 15 and 16, private use, share their letters with others.
const text = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 12 })
  .filter((one) => !/[\u{F0000}-\u{10FFFF}]/u.test(one))

test('words are plain Latin letters, which nothing splits or stems', () => {
  fc.assert(
    fc.property(text, (one) => {
      for (const word of indexedWords([one]).split(' ')) expect(word).toMatch(/^[a-z]+$/)
    }),
  )
})

test('a phrase is among the words of a text exactly if the text contains the query', () => {
  const piece = fc.string({ unit: fc.constantFrom(...'甲乙，0%aＡ𠮷'), minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(piece, fc.oneof(piece, text), (query, written) => {
      const words = ` ${indexedWords([written])} `
      expect(words.includes(` ${joined(query)} `)).toBe(fold(written).includes(fold(query)))
    }),
  )
})

test('texts that stand one after the other share no run, not even by every other word of it', () => {
  const words = indexedWords(['甲乙', '丙丁']).split(' ')
  const [first = '', , other = ''] = runWords('甲乙丙丁')
  expect(words.indexOf(other) - words.indexOf(first)).not.toBe(2)
  expect(indexedWords(['甲乙', '乙丙'])).not.toContain(joined('甲乙丙'))
})

test('a query in another width or case becomes the same phrase, 余 is not 多', () => {
  expect(joined('ＰＬＯＴ，５％')).toBe(joined('plot,5%'))
  expect(joined('80余')).not.toBe(joined('80多'))
})
