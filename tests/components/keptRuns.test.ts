import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keptRuns, marksOf } from '../../src/components/keptRuns.ts'

const kept = (text: string) => keptRuns(text).filter((_, index) => index % 2 === 1)

test('a number keeps its ordinal mark, its qualifier and its unit', () => {
  expect(kept('精度约1～1.5公里与112个村社接待10万人次下降55.8%')).toEqual([
    '1～1.5公里',
    '112个村社',
    '10万人次',
    '55.8%',
  ])
  expect(kept('1.2万人次和10余万人次和6,000件')).toEqual(['1.2万人次', '10余万人次', '6,000件'])
  expect(kept('2025年“清明”“五一”期间')).toEqual(['2025年'])
})

test('a number keeps the marks after it, but leaves the one that an opening mark closes up to', () => {
  expect(kept('原文第四部分第一段，“全区13个镇街”；“企业疑难问题80余个”。')).toEqual([
    '第一段',
    '13个镇街”',
    '80余个”。',
  ])
})

test('marks after a figure stay with it, but for the one that an opening mark closes up to', () => {
  expect(marksOf('，被上级政协录用')).toBe('，')
  expect(marksOf('”；“企业”')).toBe('”')
  expect(marksOf('“企业”')).toBe('')
  expect(marksOf()).toBe('')
})

test('what is not published is said in one piece', () => {
  expect(kept('组名、组长、分工未公布。')).toEqual(['未公布。'])
  expect(kept('12场，其余11场未公布，未公开')).toEqual(['12场，', '11场', '未公布，'])
})

test('the runs put together are the text', () => {
  const text = fc.string({ unit: fc.constantFrom(...'第1年0余.个万～公里，%未公布') })
  fc.assert(
    fc.property(text, (one) => {
      expect(keptRuns(one).join('')).toBe(one)
    }),
  )
})
