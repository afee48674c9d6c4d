import { expect, test } from 'vitest'
import type { GridCell } from '../../src/workbook/book.ts'
import { readCell } from '../../src/workbook/readCell.ts'
import { recordSheets } from '../../src/workbook/sheets.ts'

const sheet = recordSheets.find(({ name }) => name === 'indicators')
const column = sheet?.columns.find(({ name }) => name === 'value')
const read = (cell: GridCell, unit: string | null) => {
  if (!column) throw new Error('no column')
  return readCell(column, cell, { names: new Map(), year: 2099 }, unit)
}

test.each<[GridCell['value'], number]>([
  [Number('55.7999999999999999993'), 55.8],
  [0.1 + 0.2, 0.3],
  [0.558 * 100, 55.8],
  ['１２．５', 12.5],
  ['1,280', 1280],
  ['80个', 80],
  ['  46 ', 46],
])('%s is read as %s', (value, number) => {
  expect(read({ value }, '个')).toEqual({ value: number })
})

test('a share is one where the unit is %, whether the cell says so by its format or in words', () => {
  expect(read({ value: 0.558, isPercent: true }, '%')).toEqual({ value: 55.8 })
  expect(read({ value: '55.8%' }, '%')).toEqual({ value: 55.8 })
  expect(read({ value: 55.8 }, '%')).toEqual({ value: 55.8 })
  expect(read({ value: 0.558, isPercent: true }, '件')).toMatchObject({
    problem: { found: '百分数 55.8%' },
  })
})

test.each(['1,28', '十二', '1.2.3', '12—15', '1e3', '约12'])('%s is no number', (value) => {
  expect(read({ value }, '个')).toMatchObject({ problem: { expected: '数' } })
})
