import gcoord from 'gcoord'
import { describe, expect, test } from 'vitest'
import { framePlaces } from '../../../src/map/drawing/frame.ts'
import { layoutMap, type MapLayout } from '../../../src/map/drawing/layoutMap.ts'
import { inside, mapSizes } from '../../../src/map/drawing/mapSize.ts'
import type { UnplacedRow } from '../../../src/map/drawing/unplacedRow.ts'
import type { LngLat } from '../../../src/places/lngLat.ts'
import { toWgs84 } from '../../../src/places/wgs84.ts'
import { area, overlap } from '../../../src/svg/box.ts'
import { exampleRoster } from '../exampleRoster.ts'
import { published, sample, truth } from '../rosters.ts'

const example = exampleRoster(112)

const layouts = mapSizes.flatMap((size) =>
  Object.entries({ published, sample }).map(([name, roster]) => ({
    name: `${name}, cut ${size.name}`,
    layout: layoutMap(roster.towns.towns, roster['liaison-points'].records, size),
  })),
)
const sheet = mapSizes.map((size) => ({
  size,
  layout: layoutMap(example.towns, example.points, size),
}))
const [publishedLayout, sampleLayout] = layouts.map(({ layout }) => layout) as [
  MapLayout,
  MapLayout,
]

/** Metres between two places, on a sphere. */
function metres([lngA, latA]: LngLat, [lngB, latB]: LngLat): number {
  const radians = Math.PI / 180
  const dx = (lngB - lngA) * radians * Math.cos(((latA + latB) / 2) * radians)
  return 6_371_008.8 * Math.hypot(dx, (latB - latA) * radians)
}

describe.each(layouts)('$name', ({ layout }) => {
  test('names keep off each other and inside the neatline', () => {
    for (const [index, { name, label }] of layout.towns.entries()) {
      expect(overlap(label.box, layout.ground), name).toBeCloseTo(area(label.box))
      for (const other of layout.towns.slice(index + 1)) {
        expect(overlap(label.box, other.label.box), `${name} / ${other.name}`).toBe(0)
      }
    }
  })

  test('names keep off the rings', () => {
    const { ring } = layout.size
    for (const { name, label } of layout.towns) {
      for (const { x, y, name: other } of layout.towns) {
        const box = { left: x - ring, top: y - ring, right: x + ring, bottom: y + ring }
        expect(overlap(label.box, box), `${name} / ${other}`).toBe(0)
      }
    }
  })

  test('names stand clear of the neatline', () => {
    const { left, top, right, bottom } = layout.ground
    for (const { name, label } of layout.towns) {
      const clear = [
        label.box.left - left,
        label.box.top - top,
        right - label.box.right,
        bottom - label.box.bottom,
      ]
      expect(Math.min(...clear), name).toBeGreaterThanOrEqual(4)
    }
  })

  test('every mark is drawn once, inside the sheet', () => {
    expect(new Set(layout.points.map((mark) => mark.id)).size).toBe(layout.points.length)
    for (const { x, y } of [...layout.points, ...layout.towns]) {
      expect(x).toBeGreaterThan(0)
      expect(x).toBeLessThan(layout.size.width)
      expect(y).toBeGreaterThan(0)
      expect(y).toBeLessThan(layout.size.height)
    }
  })
})

test('where names stand in a column, no leader touches the ring of another town', () => {
  const cut = mapSizes.find(({ names }) => names === 'column') as (typeof mapSizes)[number]
  const { towns } = layoutMap(published.towns.towns, published['liaison-points'].records, cut)
  for (const { name, x, y, leader } of towns) {
    const end = leader as { x: number; y: number }
    for (const other of towns.filter((town) => town.name !== name)) {
      const steps = Array.from({ length: 201 }, (_, step) => step / 200)
      const distances = steps.map((at) =>
        Math.hypot(x + at * (end.x - x) - other.x, y + at * (end.y - y) - other.y),
      )
      expect(Math.min(...distances), `${name}—${other.name}`).toBeGreaterThan(1.5 * cut.ring)
    }
  }
})

test('today every covered 村社 is a hollow dot of the frame and belongs to no town', () => {
  expect(publishedLayout.points).toHaveLength(112)
  expect(publishedLayout.counts).toEqual({ frame: 112, grouped: 0, placed: 0 })
  expect(publishedLayout.points.every((mark) => mark.town === null && mark.at === null)).toBe(true)
})

test('frame dots stand outside the neatline, towns inside', () => {
  const { left, top, right, bottom } = publishedLayout.ground
  const within = ({ x, y }: { x: number; y: number }) =>
    x > left && x < right && y > top && y < bottom
  expect(publishedLayout.points.some(within)).toBe(false)
  expect(publishedLayout.towns.every(within)).toBe(true)
})

test('a town stands on the ground only at its sourced place', () => {
  const sourced = new Map(published.towns.towns.map((town) => [town.adcode, town.wgs84]))
  expect(publishedLayout.towns).toHaveLength(8)
  for (const mark of publishedLayout.towns) {
    expect(metres(mark.at as LngLat, sourced.get(mark.adcode) as LngLat)).toBe(0)
  }
})

test.each(layouts)(
  '$name: towns without a place stand outside the ground, inside the frame',
  ({ layout }) => {
    const { left, bottom, right } = layout.ground
    const { heading, towns } = layout.unplaced as UnplacedRow
    expect(heading.y).toBeGreaterThan(bottom)
    const boxes = towns.map(({ label }) => label.box)
    for (const [index, { at, x, label }] of towns.entries()) {
      expect(at).toBeNull()
      expect(x - layout.size.ring).toBeGreaterThan(left)
      expect(label.box.top).toBeGreaterThan(heading.y)
      expect(label.box.right).toBeLessThan(right)
      expect(label.box.bottom).toBeLessThan(layout.size.height - layout.size.neatline)
      for (const other of boxes.slice(index + 1)) expect(overlap(label.box, other)).toBe(0)
    }
  },
)

test('net and scale are no finer than the towns are exact, and as fine as they can be of exact points', () => {
  const wide = mapSizes.find(({ name }) => name === 'w') as (typeof mapSizes)[number]
  const words = (roster: typeof published) => {
    const { graticule, precision } = layoutMap(
      roster.towns.towns,
      roster['liaison-points'].records,
      wide,
    )
    return { precision, finest: Math.max(...graticule.map(({ words: text }) => text.length)) }
  }
  expect(words(published)).toEqual({ precision: 1500, finest: '120.8°E'.length })
  expect(words(sample)).toEqual({ precision: 0, finest: '123.45°E'.length })
})

test('a point with coordinates lands within a metre of its place, whatever its system', () => {
  const records = sample['liaison-points'].records.filter((point) => point.coordinates)
  expect(new Set(records.map((point) => point.crs)).size).toBe(3)
  for (const point of records) {
    const mark = sampleLayout.points.find((item) => item.id === point.id)
    expect(mark?.state).toBe('placed')
    const systems = { wgs84: gcoord.WGS84, gcj02: gcoord.GCJ02, bd09: gcoord.BD09 }
    const converted = gcoord.transform(
      point.coordinates as [number, number],
      systems[point.crs as keyof typeof systems],
      gcoord.WGS84,
    )
    const drawn = sampleLayout.projection.unproject(mark ?? { x: 0, y: 0 })
    expect(metres(drawn, converted), point.id).toBeLessThan(1)
    expect(metres(drawn, truth[point.id] as [number, number]), point.id).toBeLessThan(1)
  }
})

test('a point with a town alone stands in its town’s label, in data order', () => {
  const grouped = sampleLayout.points.filter((mark) => mark.state === 'grouped')
  expect(grouped.map((mark) => mark.id)).toEqual(['lp-007', 'lp-008', 'lp-009', 'lp-010'])
  for (const mark of grouped) {
    const towns = [...sampleLayout.towns, ...(sampleLayout.unplaced?.towns ?? [])]
    const town = towns.find((item) => item.adcode === mark.town)
    const dot = { left: mark.x - 1, top: mark.y - 1, right: mark.x + 1, bottom: mark.y + 1 }
    expect(overlap(dot, town?.label.box ?? dot), mark.id).toBeCloseTo(4)
    expect(mark.at).toBeNull()
  }
})

test('a point that leaves the frame leaves its gap: the others keep the places of their turn', () => {
  const { records } = sample['liaison-points']
  const { size, points } = sampleLayout
  const places = framePlaces(records.length, inside(size, size.inset))
  for (const mark of points.filter((item) => item.state === 'frame')) {
    const turn = records.findIndex(({ id }) => id === mark.id)
    expect({ x: mark.x, y: mark.y }).toEqual(places[turn])
  }
})

test('coordinates without their system, an unknown town and a map without any place are refused', () => {
  const [size] = mapSizes
  const [point] = sample['liaison-points'].records
  const [town] = sample.towns.towns
  if (!size || !point || !town) throw new Error('empty fixture')
  expect(() => toWgs84({ ...point, crs: null })).toThrow('lp-001')
  expect(() => layoutMap([town], [{ ...point, town: '990101009' }], size)).toThrow('990101009')
  expect(() => layoutMap([{ ...town, wgs84: null }], [], size)).toThrow('坐标')
})

test.each(sheet)(
  '112 exact points of cut $size.name are drawn apart, each within a metre or named as moved',
  ({ layout }) => {
    const placed = layout.points.filter((mark) => mark.state === 'placed')
    expect(placed).toHaveLength(112)
    for (const [index, one] of placed.entries()) {
      for (const other of placed.slice(index + 1)) {
        const gap = Math.hypot(one.x - other.x, one.y - other.y)
        expect(gap, `${one.id} / ${other.id}`).toBeGreaterThanOrEqual(
          one.radius + other.radius - 1e-3,
        )
      }
    }
    // Dots that had to move did so by less than their own size; their coordinates are kept beside them.
    for (const [index, mark] of placed.entries()) {
      const { x, y } = layout.projection.project(mark.at as LngLat)
      expect(Math.hypot(mark.x - x, mark.y - y), mark.id).toBeLessThan(2 * mark.radius)
      expect(metres(mark.at as LngLat, example.truth[index] as LngLat), mark.id).toBeLessThan(1)
    }
  },
)

test('the wide cut has room for every one of the 112 at its own place', () => {
  const layout = sheet.find(({ size }) => size.name === 'w')?.layout as MapLayout
  for (const mark of layout.points.filter(({ state }) => state === 'placed')) {
    expect(metres(layout.projection.unproject(mark), mark.at as LngLat), mark.id).toBeLessThan(1)
  }
})

test('beyond 300 points the drawing holds clusters that count them all', () => {
  const { towns, points } = exampleRoster(10_000)
  const layout = layoutMap(towns, points, mapSizes[0] as (typeof mapSizes)[number])
  const counted = layout.clusters.reduce((sum, { count }) => sum + count, 0)
  expect(counted + layout.points.length).toBe(10_000)
  expect(layout.clusters.length + layout.points.length).toBeLessThan(300)
})
