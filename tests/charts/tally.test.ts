import { expect, it } from 'vitest'
import { hasValue, tallyOf } from '../../src/charts/tally.ts'
import { findIndicator } from '../../src/facts/indicator.ts'
import { edition } from './edition2025.ts'

const sessions = findIndicator(edition.indicators, 'consultation.sessions')
const issues = findIndicator(edition.indicators, 'consultation.issues-resolved')

it('what is stated and not recorded is the rest', () => {
  expect(tallyOf(sessions, 1)).toEqual({ total: 12, known: 1, rest: 11 })
  expect(tallyOf(sessions, 12)).toEqual({ total: 12, known: 12, rest: 0 })
})

it('records may stand past 余, never past an exact count', () => {
  expect(tallyOf(issues, 84)).toEqual({ total: 84, known: 84, rest: 0 })
  expect(tallyOf(sessions, 13)).toEqual({ total: 12, known: 12, rest: 0 })
})

it('without a disclosed value only records are drawn', () => {
  const hidden = { ...sessions, value: null, status: 'undisclosed' as const }
  expect(hasValue(hidden)).toBe(false)
  expect(tallyOf(hidden, 2)).toEqual({ total: 2, known: 2, rest: 0 })
  expect(tallyOf(hidden, 0).total).toBe(0)
})
