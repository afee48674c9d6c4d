import { expect, test } from 'vitest'
import { formatCluster, gatherPoints } from '../../src/map/gatherPoints.ts'
import { exampleRoster } from './exampleRoster.ts'

const { truth } = exampleRoster(10_000)
const gathered = gatherPoints(truth)
const world: [number, number, number, number] = [-180, -85, 180, 85]

test('at every zoom the marks stand for all points, each once', () => {
  for (const zoom of [8, 11.4, 14, 16.9]) {
    const marks = gathered.within(world, zoom)
    expect(
      marks.reduce((sum, { count }) => sum + count, 0),
      `${zoom}`,
    ).toBe(10_000)
  }
})

test('far out there are few marks; close by, every point stands alone at its own unrounded place', () => {
  expect(gathered.within(world, 10).length).toBeLessThan(300)
  const alone = gathered.within(world, 17)
  expect(alone).toHaveLength(10_000)
  for (const { at, index } of alone) expect(at).toEqual(truth[index as number])
})

test('a cluster knows its members and where it falls apart, and is called by its number', () => {
  const cluster = gathered.within(world, 10).find(({ count }) => count > 1)
  const number = cluster?.cluster as number
  expect(gathered.members(number)).toHaveLength(cluster?.count as number)
  expect(gathered.apartAt(number)).toBeGreaterThan(10)
  expect(formatCluster(12)).toBe('12个联系点')
})
