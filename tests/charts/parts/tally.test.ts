import { expect, test } from 'vitest'
import { hasValue, tallyOf } from '../../../src/charts/parts/tally.ts'
import { findIndicator } from '../../../src/facts/indicator.ts'
import type { Qualifier } from '../../../src/schemas/observation.ts'
import { edition } from '../edition2025.ts'

const sessions = findIndicator(edition.indicators, 'consultation.sessions')
const issues = findIndicator(edition.indicators, 'consultation.issues-resolved')

test('what is stated and not recorded is the rest', () => {
  expect(tallyOf(sessions, 1)).toMatchObject({ total: 12, known: 1, rest: 11 })
  expect(tallyOf(sessions, 12)).toMatchObject({ total: 12, known: 12, rest: 0 })
})

test('records may stand past 余, never past an exact count', () => {
  expect(tallyOf(issues, 84)).toMatchObject({ total: 84, known: 84, rest: 0 })
  expect(tallyOf(sessions, 13)).toMatchObject({ total: 12, known: 12, rest: 0 })
})

test('without a disclosed value only records are drawn', () => {
  const hidden = { ...sessions, value: null, status: 'undisclosed' as const }
  expect(hasValue(hidden)).toBe(false)
  expect(tallyOf(hidden, 2)).toMatchObject({ total: 2, known: 2, rest: 0 })
  expect(tallyOf(hidden, 0).total).toBe(0)
})

test('the last mark of 近 does not stand, and 余 takes one more place for its open end', () => {
  const bound = (bound: Qualifier['bound']) =>
    tallyOf({ ...sessions, qualifier: { ...sessions.qualifier, bound } }, 12)
  expect(bound('exact')).toMatchObject({ units: 12, places: 12, known: 12, rest: 0 })
  expect(bound('over')).toMatchObject({ units: 12, places: 13, known: 12, rest: 0 })
  expect(bound('near')).toMatchObject({ units: 11, places: 12, known: 11, rest: 1 })
  expect(bound('about')).toMatchObject({ bound: 'about', units: 11, places: 12 })
  expect(bound('at-least')).toEqual(bound('over'))
})

test('a bound without a disclosed value leaves no end open', () => {
  const qualifier = { ...sessions.qualifier, bound: 'over' as const }
  const hidden = { ...sessions, qualifier, value: null, status: 'undisclosed' as const }
  expect(tallyOf(hidden, 2)).toMatchObject({ bound: 'exact', units: 2, places: 2 })
})
