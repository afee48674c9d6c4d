import { expect, test } from 'vitest'
import { figureNumber } from '../../src/charts/figureNumber.ts'
import { edition } from './edition2025.ts'

test('a figure is numbered by its chapter and its place in it', () => {
  expect(figureNumber(edition.figures, 'sessions', 1)).toBe('图1-1')
  expect(figureNumber(edition.figures, 'loop', 1)).toBe('图1-3')
  expect(figureNumber(edition.figures, 'enforcement-declines', 2)).toBe('图2-1')
})

test('an unknown figure is named', () => {
  expect(() => figureNumber(edition.figures, 'nothing', 1)).toThrow('“nothing”')
})
