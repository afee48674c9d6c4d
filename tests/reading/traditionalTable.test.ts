import { expect, test } from 'vitest'
import { traditionalTable } from '../../src/reading/traditionalTable.ts'

test('it has the traditional forms of the characters that occur, and no others', () => {
  const table = traditionalTable('营商环境80余个')
  expect(table).toMatchObject({ 營: '营', 環: '环', 餘: '余', 個: '个' })
  expect(new Set(Object.values(table))).toEqual(new Set([...'营环余个']))
})

test('a form that the text itself uses is left alone', () => {
  expect(traditionalTable('營商与营商')).not.toHaveProperty('營')
})

test('it has the radicals that look like a character that occurs', () => {
  expect(traditionalTable('书长见')).toMatchObject({ '\u2ED3': '长', '\u2EC5': '见', 見: '见' })
})
