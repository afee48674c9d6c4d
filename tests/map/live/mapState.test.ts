import { expect, test } from 'vitest'
import { formatState, narrows, nothingAsked, parseState } from '../../../src/map/live/mapState.ts'

test('a state comes back from the address it is kept in', () => {
  const state = { ...nothingAsked, town: '330402103', q: 'xf 村', point: 'lp-001' }
  expect(parseState(formatState(state, ''))).toEqual(state)
})

test('nothing asked leaves no query, and what else an address says stays', () => {
  expect(formatState(nothingAsked, '')).toBe('')
  expect(formatState(nothingAsked, '?care=1&town=330402103')).toBe('?care=1')
  expect(formatState({ ...nothingAsked, point: 'lp-001' }, '?care=1')).toBe('?care=1&point=lp-001')
})

test('a chosen point alone narrows nothing', () => {
  expect(narrows({ ...nothingAsked, point: 'lp-001' })).toBe(false)
  expect(narrows({ ...nothingAsked, kind: '村' })).toBe(true)
})
