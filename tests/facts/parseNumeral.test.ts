import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatArabicNumeral, formatHanNumeral } from '../../src/facts/formatNumeral.ts'
import { parseHanNumeral, parseNumeral } from '../../src/facts/parseNumeral.ts'

test('a Han numeral reads back as the number it words', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999 }), (value) => {
      expect(parseHanNumeral(formatHanNumeral(value))).toBe(value)
    }),
  )
})

test('an Arabic numeral reads back as the number it words', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (value) => {
      expect(parseNumeral(formatArabicNumeral(value))).toBe(value)
    }),
  )
})

test.each([
  ['六', 6],
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['一百零三', 103],
  ['一百一十二', 112],
  ['两千', 2000],
  ['十万', 100_000],
  ['一万零五百', 10_500],
  ['百万', 1_000_000],
  ['二〇二五', 2025],
])('%s is %d', (text, value) => {
  expect(parseHanNumeral(text)).toBe(value)
})

test.each([
  ['12', 12],
  ['１２', 12],
  ['6,000', 6000],
  ['55.8', 55.8],
  ['10万', 100_000],
  ['1.1万', 11_000],
  ['六', 6],
])('%s is %d', (text, value) => {
  expect(parseNumeral(text)).toBe(value)
})

test.each(['', '甲', '12个', '万事'])('%j is no numeral', (text) => {
  expect(parseNumeral(text)).toBeUndefined()
})

test.each([
  [10, '十'],
  [112, '一百一十二'],
  [10_010, '一万零一十'],
  [100_000, '十万'],
  [120_010, '十二万零一十'],
])('%d is worded %s', (value, text) => {
  expect(formatHanNumeral(value)).toBe(text)
})

test('numbers that cannot be worded are refused', () => {
  expect(() => formatHanNumeral(55.8)).toThrow(RangeError)
  expect(() => formatHanNumeral(-1)).toThrow(RangeError)
  expect(() => formatArabicNumeral(Number.NaN)).toThrow(RangeError)
})
