import { expect, test } from 'vitest'
import {
  bindCopy,
  plainCopy,
  plainParts,
  splitClauses,
  splitPhrases,
} from '../../src/facts/copy.ts'
import { edition } from '../charts/edition2025.ts'

const clauses = (copy: string) => splitClauses(bindCopy(copy, edition)).map(plainParts)

test('marks of where a line may break are not in plain text', () => {
  expect(plainCopy('围绕|“深化国企改革，|提升核心竞争力”', edition)).toBe(
    '围绕“深化国企改革，提升核心竞争力”',
  )
})

test('a clause ends at a break after a comma, semicolon, colon or full stop, and nowhere else', () => {
  expect(clauses('近年来，“双月观摩”|组织活动：|甲、|乙；|丙')).toEqual([
    '近年来，“双月观摩”组织活动：',
    '甲、乙；',
    '丙',
  ])
})

test('a figure stays in the clause it is said in', () => {
  expect(clauses('共{consultation.sessions}，|推动解决{consultation.issues-resolved}')).toEqual([
    '共12场，',
    '推动解决80余个',
  ])
})

const phrases = (copy: string) => splitPhrases(bindCopy(copy, edition)).map(plainParts)

test('a phrase ends at a break, and after a mark even where none is written', () => {
  expect(phrases('近年来，“双月观摩”|组织活动：甲、|乙')).toEqual([
    '近年来，',
    '“双月观摩”',
    '组织活动：',
    '甲、',
    '乙',
  ])
  expect(phrases('{when:year-2025}，{consultation.sessions}|“面对面”，”')).toEqual([
    '2025年，',
    '12场',
    '“面对面”，”',
  ])
})

test('clauses put together are the copy they were made of', () => {
  for (const { headline } of edition.figures) {
    if (!headline) continue
    expect(clauses(headline).join('')).toBe(plainCopy(headline, edition))
  }
})
