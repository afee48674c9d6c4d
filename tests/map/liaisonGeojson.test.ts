import { check } from '@placemarkio/check-geojson'
import gcoord from 'gcoord'
import { expect, test } from 'vitest'
import { editionDatasets } from '../../src/datasets/editionDatasets.ts'
import { liaisonGeojson } from '../../src/map/liaisonGeojson.ts'
import { metresBetween } from '../../src/places/distance.ts'
import type { LngLat } from '../../src/places/lngLat.ts'
import type { LiaisonPoint } from '../../src/sets/liaisonPoints.ts'
import { edition } from '../charts/edition2025.ts'
import { exampleRoster } from '../map/exampleRoster.ts'
import { sample } from '../map/rosters.ts'

const systems = { wgs84: gcoord.WGS84, gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const
const example = (count: number) => {
  const { towns, points, truth } = exampleRoster(count)
  const records = { ...sample['liaison-points'], records: points }
  return {
    points,
    truth,
    records: { ...edition, towns: { note: '示例', towns }, 'liaison-points': records },
  }
}

test('today there is no feature: nothing of the 112 is registered but their number', () => {
  expect(check(JSON.stringify(liaisonGeojson(edition)))).toMatchObject({ features: [] })
})

test('a point of which only the name is known has a feature without a place', () => {
  const [slot] = edition['liaison-points'].records
  const named = { ...(slot as LiaisonPoint), name: '示例村' }
  const points = { ...edition['liaison-points'], records: [named] }
  expect(liaisonGeojson({ ...edition, 'liaison-points': points }).features).toMatchObject([
    { geometry: null, properties: { name: '示例村', town: null, precision: 'none' } },
  ])
})

test('points in every state pass the schema check, each saying how exact it is', () => {
  const { features } = check(
    JSON.stringify(liaisonGeojson({ ...edition, ...sample })),
  ) as ReturnType<typeof liaisonGeojson>
  const precisions = features.map(({ properties }) => properties.precision)
  expect(new Set(precisions)).toEqual(new Set(['exact', 'town']))
  for (const { geometry, properties } of features)
    expect(geometry !== null).toBe(properties.precision === 'exact')
})

test('the collection of an edition that is not real carries its stamp, and still passes', () => {
  const publisher = { ...edition.publisher, stamp: '示例数据' }
  const stamped = liaisonGeojson({ ...edition, publisher })
  expect(stamped.stamp).toBe('示例数据')
  expect(() => check(JSON.stringify(stamped))).not.toThrow()
  expect(liaisonGeojson(edition)).not.toHaveProperty('stamp')
})

test.each([112, 10_000])(
  '%i points in three systems lie within a metre of where gcoord and the truth have them',
  (count) => {
    const { points, truth, records } = example(count)
    const { features } = liaisonGeojson(records)
    expect(() => check(JSON.stringify(liaisonGeojson(records)))).not.toThrow()
    expect(new Set(points.map(({ crs }) => crs)).size).toBe(3)
    let worst = 0
    for (const [index, { geometry }] of features.entries()) {
      const { coordinates, crs } = points[index] as (typeof points)[number]
      const system = systems[crs as keyof typeof systems]
      const converted = gcoord.transform(coordinates as [number, number], system, gcoord.WGS84)
      const at = geometry?.coordinates as LngLat
      worst = Math.max(
        worst,
        metresBetween(at, converted as LngLat),
        metresBetween(at, truth[index] as LngLat),
      )
    }
    expect(worst).toBeLessThan(1)
  },
)

test('the CSV leaves coordinates empty where there are none, and has WGS-84 where there are', () => {
  const rowsOf = (recorded: typeof edition) => {
    const set = editionDatasets(recorded).find(({ name }) => name === 'liaison-points')
    const column = set?.columns.findIndex(({ name }) => name === 'longitude') ?? -1
    return { set, column, rows: set?.rows ?? [] }
  }
  const some = rowsOf({ ...edition, ...sample })
  expect(some.rows.map((row) => row[some.column] !== '')).toEqual(
    some.rows.map((_, index) => index < 6),
  )
  const { records, truth } = example(112)
  const full = rowsOf(records)
  expect(full.set?.columns[full.column]?.type).toBe('number')
  expect(full.rows[1]?.[full.column]).toBeCloseTo((truth[1] as LngLat)[0], 4)
})
