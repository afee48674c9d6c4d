import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spreadDots } from '../../../src/map/drawing/spreadDots.ts'

const place = fc.record({
  x: fc.double({ min: 0, max: 700, noNaN: true }),
  y: fc.double({ min: 0, max: 600, noNaN: true }),
})
const closest = (places: readonly { x: number; y: number }[]) =>
  Math.min(
    ...places.flatMap((one, index) =>
      places.slice(index + 1).map((other) => Math.hypot(one.x - other.x, one.y - other.y)),
    ),
  )

test('no dot lies over another, however the places fall', () => {
  fc.assert(
    fc.property(fc.array(place, { minLength: 2, maxLength: 150 }), (places) => {
      const spread = spreadDots(places, 1.6, 4)
      expect(spread.radius).toBeGreaterThanOrEqual(1.6)
      expect(spread.radius).toBeLessThanOrEqual(4)
      expect(closest(spread.places)).toBeGreaterThanOrEqual(2 * spread.radius - 1e-3)
    }),
    { numRuns: 60 },
  )
})

test('dots that have room stay exactly where they are, the closest pair setting their size', () => {
  const places = [
    { x: 0, y: 0 },
    { x: 6, y: 0 },
    { x: 100, y: 100 },
  ]
  const { radius, places: spread } = spreadDots(places, 2, 4)
  expect(spread).toEqual(places)
  expect(radius).toBeLessThan(3)
  expect(radius).toBeGreaterThan(2)
})

test('two points in one spot step apart the same way every time', () => {
  const places = [
    { x: 10, y: 10 },
    { x: 10, y: 10 },
  ]
  expect(spreadDots(places, 2, 4)).toEqual(spreadDots(places, 2, 4))
  expect(closest(spreadDots(places, 2, 4).places)).toBeGreaterThanOrEqual(4)
})
