import gcoord from 'gcoord'
import { describe, expect, test } from 'vitest'
import { area, overlap } from '../../src/map/box.ts'
import { layoutMap, type MapLayout } from '../../src/map/layoutMap.ts'
import { mapSizes } from '../../src/map/mapSize.ts'
import type { LngLat } from '../../src/map/projection.ts'
import { toWgs84 } from '../../src/map/wgs84.ts'
import { exampleRoster } from './exampleRoster.ts'
import { published, sample, truth } from './rosters.ts'

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
      expect(overlap(label.box, layout.neatline), name).toBeCloseTo(area(label.box))
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
    const { left, top, right, bottom } = layout.neatline
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
  expect(publishedLayout.towns).toHaveLength(13)
  expect(publishedLayout.points).toHaveLength(112)
  expect(publishedLayout.counts).toEqual({ frame: 112, grouped: 0, placed: 0 })
  expect(publishedLayout.points.every((mark) => mark.town === null && mark.at === null)).toBe(true)
})

test('frame dots stand outside the neatline, towns inside', () => {
  const { left, top, right, bottom } = publishedLayout.neatline
  const within = ({ x, y }: { x: number; y: number }) =>
    x > left && x < right && y > top && y < bottom
  expect(publishedLayout.points.some(within)).toBe(false)
  expect(publishedLayout.towns.every(within)).toBe(true)
})

test('a sourced town has a closed ring at its place, a schematic one an open ring', () => {
  const sourced = new Map(published.towns.towns.map((town) => [town.adcode, town.wgs84]))
  for (const mark of publishedLayout.towns) {
    const place = sourced.get(mark.adcode)
    expect(mark.sourced).toBe(place !== null)
    if (place) expect(metres(mark.at, place)).toBe(0)
  }
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
    const town = sampleLayout.towns.find((item) => item.adcode === mark.town)
    const dot = { left: mark.x - 1, top: mark.y - 1, right: mark.x + 1, bottom: mark.y + 1 }
    expect(overlap(dot, town?.label.box ?? dot), mark.id).toBeCloseTo(4)
    expect(mark.at).toBeNull()
  }
})

test('a point that leaves the frame leaves its gap: the others stay where they were', () => {
  const bare = sample['liaison-points'].records.map((point) => ({
    ...point,
    ...{ town: null, coordinates: null, crs: null },
  }))
  const [size] = mapSizes
  if (!size) throw new Error('no cut')
  const before = layoutMap(sample.towns.towns, bare, size)
  for (const mark of sampleLayout.points.filter((item) => item.state === 'frame')) {
    const { x, y } = before.points.find((item) => item.id === mark.id) ?? { x: 0, y: 0 }
    expect([mark.x, mark.y]).toEqual([x, y])
  }
})

test('coordinates without their system, an unknown town and a town without a place are refused by name', () => {
  const [size] = mapSizes
  const [point] = sample['liaison-points'].records
  const [town] = sample.towns.towns
  if (!size || !point || !town) throw new Error('empty fixture')
  expect(() => toWgs84({ ...point, crs: null })).toThrow('lp-001')
  expect(() => layoutMap([town], [{ ...point, town: '990101009' }], size)).toThrow('990101009')
  expect(() => layoutMap([{ ...town, wgs84: null }], [], size)).toThrow('甲镇')
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
    // What had to step aside did so by less than its own size; its place on the ground is kept beside it.
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
