import { expect, test } from 'vitest'
import { nearestPoints } from '../../../src/map/live/nearestPoints.ts'
import { arrows, nextMark } from '../../../src/map/live/nextMark.ts'

const marks = [
  { id: 'north', x: 0, y: -50 },
  { id: 'east', x: 40, y: 5 },
  { id: 'far east', x: 90, y: 0 },
  { id: 'aside', x: 20, y: 60 },
]
const from = { x: 0, y: 0 }
const to = (key: string) => nextMark(from, marks, arrows[key] ?? from)?.id

test('an arrow leads to the next mark ahead, none where none lies ahead', () => {
  expect(to('ArrowRight')).toBe('east')
  expect(to('ArrowUp')).toBe('north')
  expect(to('ArrowDown')).toBe('aside')
  expect(to('ArrowLeft')).toBeUndefined()
})

test('the nearest points come nearest first, and points without a place are left out', () => {
  const point = (id: string, at: [number, number] | null) => ({
    ...{ id, name: id, details: '', town: '', kind: '', status: 'reported', at },
  })
  const points = [point('far', [120.9, 30.7]), point('none', null), point('near', [120.71, 30.7])]
  const found = nearestPoints(points, [120.7, 30.7], 5)
  expect(found.map(({ point: { id } }) => id)).toEqual(['near', 'far'])
  expect(found[0]?.metres).toBeCloseTo(956, -1)
})
