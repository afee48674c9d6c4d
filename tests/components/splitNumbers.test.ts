import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitNumbers } from '../../src/components/splitNumbers.ts'

const numbers = (text: string) => splitNumbers(text).filter((_, index) => index % 2 === 1)

test('a number keeps its ordinal mark, its qualifier and its unit', () => {
  expect(numbers('原文第四部分第1段，“企业疑难问题80余个”')).toEqual(['第1段', '80余个'])
  expect(numbers('精度约1~1.5公里，112个村社，接待10万人次，下降55.8%。')).toEqual([
    '1~1.5公里',
    '112个村社',
    '10万人次',
    '55.8%',
  ])
  expect(numbers('2025年“清明”“五一”期间')).toEqual(['2025年'])
})

test('the runs put together are the text', () => {
  const text = fc.string({ unit: fc.constantFrom(...'第1年0余.个万~公里，%') })
  fc.assert(
    fc.property(text, (one) => {
      expect(splitNumbers(one).join('')).toBe(one)
    }),
  )
})
