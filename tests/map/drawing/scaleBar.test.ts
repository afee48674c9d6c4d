import { expect, test } from 'vitest'
import { graticule } from '../../../src/map/drawing/graticule.ts'
import { fitMercator } from '../../../src/map/drawing/projection.ts'
import { metresPerUnit, type ScaleBar, scaleBar } from '../../../src/map/drawing/scaleBar.ts'
import { metresBetween } from '../../../src/places/distance.ts'

const box = { left: 0, top: 0, right: 800, bottom: 700 }
const projection = fitMercator(
  [
    [120.73, 30.66],
    [120.92, 30.81],
  ],
  box,
)

test('a bar is as long on the drawing as its words say on the ground', () => {
  const place = projection.unproject({ x: 100, y: 600 })
  const bar = scaleBar(metresPerUnit(projection.scale, place[1]), 200, 0) as ScaleBar
  const end = projection.unproject({ x: 100 + bar.length, y: 600 })
  // The web map's sphere is slightly larger than the mean earth radius.
  expect(metresBetween(place, end) / bar.metres).toBeCloseTo(1, 2)
  expect(bar.length).toBeLessThanOrEqual(200)
  expect([scaleBar(1, 700, 0)?.words, scaleBar(30, 200, 0)?.words]).toEqual(['500米', '5公里'])
})

test('there is no bar shorter than the places it measures are exact', () => {
  expect(scaleBar(1, 700, 1500)).toBeNull()
  expect(scaleBar(30, 200, 1500)?.words).toBe('5公里')
})

test('the net of degrees takes a round step and stays inside', () => {
  const lines = graticule(projection, box, { maxMeridians: 6, lettering: 12, precision: 0 })
  const meridians = lines.filter(({ words }) => words.endsWith('E'))
  expect(meridians.length).toBeGreaterThan(1)
  expect(meridians.length).toBeLessThanOrEqual(6)
  expect(meridians.map(({ words }) => words)).toContain('120.80°E')
  for (const { from, to } of lines) {
    expect(Math.min(from.x, from.y)).toBeGreaterThanOrEqual(0)
    expect(to.x).toBeLessThanOrEqual(800)
    expect(to.y).toBeLessThanOrEqual(700)
  }
})

test('the last digit of the degrees is not finer than the places are exact', () => {
  const words = (precision: number) =>
    graticule(projection, box, { maxMeridians: 6, lettering: 12, precision }).map(
      ({ words: text }) => text,
    )
  expect(words(900)).toContain('120.75°E')
  expect(words(1500)).toEqual(['120.8°E', '120.9°E', '30.7°N', '30.8°N'])
})
