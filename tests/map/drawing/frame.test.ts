import fc from 'fast-check'
import { expect, test } from 'vitest'
import { framePlaces } from '../../../src/map/drawing/frame.ts'
import { layoutMap } from '../../../src/map/drawing/layoutMap.ts'
import { inside, mapSizes } from '../../../src/map/drawing/mapSize.ts'
import { published } from '../rosters.ts'

const gaps = (places: { x: number; y: number }[]) =>
  places.map((place, index) => {
    const next = places[(index + 1) % places.length] ?? place
    return Math.hypot(next.x - place.x, next.y - place.y)
  })

test.each(mapSizes)(
  'the 112 dots of cut $name are even to a hair and hold each corner once',
  (size) => {
    const { towns, 'liaison-points': points } = published
    const layout = layoutMap(towns.towns, points.records, size)
    const box = inside(layout.size, size.inset)
    const places = framePlaces(112, box)
    expect(places).toHaveLength(112)
    const distances = gaps(places)
    expect(Math.max(...distances) - Math.min(...distances)).toBeLessThan(0.1)
    for (const [x, y] of [
      [box.left, box.top],
      [box.right, box.top],
      [box.right, box.bottom],
      [box.left, box.bottom],
    ]) {
      expect(places.filter((place) => place.x === x && place.y === y)).toHaveLength(1)
    }
  },
)

test('any count stands on the frame without two dots in one place', () => {
  const box = { left: 0, top: 0, right: 300, bottom: 200 }
  fc.assert(
    fc.property(fc.nat(400), (count) => {
      const places = framePlaces(count, box)
      expect(places).toHaveLength(count)
      expect(new Set(places.map(({ x, y }) => `${x},${y}`)).size).toBe(count)
      for (const { x, y } of places) {
        expect(x === 0 || x === 300 || y === 0 || y === 200).toBe(true)
      }
    }),
  )
})
