import fc from 'fast-check'
import { expect, test } from 'vitest'
import { closePairs } from '../../src/places/closePairs.ts'
import { formatDistance, metresBetween } from '../../src/places/distance.ts'
import type { LngLat } from '../../src/places/lngLat.ts'

test('finds what comparing every two places finds', () => {
  const place = fc.tuple(
    fc.double({ min: 120.7, max: 120.7006, noNaN: true }),
    fc.double({ min: 30.7, max: 30.7006, noNaN: true }),
  )
  fc.assert(
    fc.property(fc.array(place, { maxLength: 60 }), (places: LngLat[]) => {
      const found = closePairs(places, 5)
      const expected = places.flatMap((one, index) => {
        const earlier = places.slice(0, index).findIndex((other) => metresBetween(other, one) < 5)
        return earlier === -1 ? [] : [{ index, earlier }]
      })
      expect(found).toEqual(expected)
    }),
  )
})

test('a degree of latitude is about 111 km, and distances are worded as they are said', () => {
  expect(metresBetween([120, 30], [120, 31])).toBeCloseTo(111_195, -1)
  expect([3, 346, 1_240, 12_600].map(formatDistance)).toEqual([
    '约10米',
    '约350米',
    '约1.2公里',
    '约13公里',
  ])
})
