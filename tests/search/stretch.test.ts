import { expect, test } from 'vitest'
import { join, occurrences, spans } from '../../src/search/browser/stretch.ts'

test('occurrences do not overlap', () => {
  expect(occurrences('甲甲甲', '甲甲')).toEqual([{ start: 0, end: 2 }])
})

test('the shortest stretch with every part is among the spans', () => {
  expect(spans('甲丙丙乙丙甲乙', ['甲', '乙'])).toContainEqual({ start: 5, end: 7 })
  expect(spans('甲甲', ['甲', '乙'])).toEqual([])
  expect(spans('甲丙甲', ['甲'])).toEqual([
    { start: 0, end: 1 },
    { start: 2, end: 3 },
  ])
})

test('stretches that touch are joined, others stand in order', () => {
  expect(
    join([
      { start: 8, end: 9 },
      { start: 2, end: 4 },
      { start: 4, end: 5 },
      { start: 0, end: 3 },
    ]),
  ).toEqual([
    { start: 0, end: 5 },
    { start: 8, end: 9 },
  ])
})
