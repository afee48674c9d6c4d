import { expect, test } from 'vitest'
import { fitMercator } from '../../../src/map/drawing/projection.ts'

const box = { left: 10, top: 20, right: 310, bottom: 220 }

test('the places fill the box and come back from it', () => {
  const places = [
    [123.4, 30.2],
    [123.6, 30.3],
  ] as const
  const { project, unproject } = fitMercator(places, box)
  for (const place of places) {
    const { x, y } = project(place)
    expect(x).toBeGreaterThanOrEqual(box.left - 1e-6)
    expect(x).toBeLessThanOrEqual(box.right + 1e-6)
    expect(y).toBeGreaterThanOrEqual(box.top - 1e-6)
    expect(y).toBeLessThanOrEqual(box.bottom + 1e-6)
    const [lng, lat] = unproject({ x, y })
    expect(lng).toBeCloseTo(place[0], 9)
    expect(lat).toBeCloseTo(place[1], 9)
  }
})

test('scale and origin alone turn a place back into degrees, as the page does', () => {
  const { project, scale, origin } = fitMercator(
    [
      [123.4, 30.2],
      [123.6, 30.3],
    ],
    box,
  )
  const { x, y } = project([123.5, 30.25])
  expect((((x - origin.x) / scale) * 180) / Math.PI).toBeCloseTo(123.5, 9)
  expect((Math.atan(Math.sinh((origin.y - y) / scale)) * 180) / Math.PI).toBeCloseTo(30.25, 9)
})

test('a single place stands in the middle; none is refused', () => {
  const { x, y } = fitMercator([[123.4, 30.2]], box).project([123.4, 30.2])
  expect(x).toBeCloseTo(160)
  expect(y).toBeCloseTo(120)
  expect(() => fitMercator([], box)).toThrow('坐标')
})
