import { expect, test } from 'vitest'
import { csvRows, formatCsv, stampRows } from '../../src/datasets/csv.ts'
import { describePackage } from '../../src/datasets/dataPackage.ts'
import type { Dataset } from '../../src/datasets/dataset.ts'
import { editionDatasets } from '../../src/datasets/editionDatasets.ts'
import { imprint } from '../../src/imprint.ts'
import { edition } from '../charts/edition2025.ts'
import { complete } from '../charts/edition2099.ts'
import { sample } from '../map/rosters.ts'
import { presentRows, type Resource, readResource } from './readResource.ts'

const editions = [edition, complete, { ...edition, ...sample }].map((one) => {
  const datasets = editionDatasets(one)
  const { resources } = describePackage(one, datasets) as { resources: Resource[] }
  return { datasets, resources, stamp: imprint(one).stamp }
})

test('what the package calls a key tells every row apart; the steps of the cases have none', () => {
  const keyless = new Set<string>()
  for (const { datasets, resources } of editions)
    for (const [index, { name, schema }] of resources.entries()) {
      if (!schema.primaryKey) keyless.add(name)
      const at = schema.primaryKey?.map((key) => schema.fields.findIndex((one) => one.name === key))
      const keys = datasets[index]?.rows.map((row, line) =>
        at ? JSON.stringify(at.map((column) => row[column])) : line,
      )
      expect(new Set(keys).size, name).toBe(keys?.length)
    }
  expect([...keyless]).toEqual(['cases'])
})

test('a column of numbers is one in every edition that has it, whatever is recorded', () => {
  const types = editions.map(
    ({ resources }) =>
      new Map(
        resources.flatMap(({ name, schema }) =>
          schema.fields.map((field) => [`${name}.${field.name}`, field.type] as const),
        ),
      ),
  )
  const [first = new Map(), ...others] = types
  expect(first.get('liaison-points.latitude')).toBe('number')
  for (const other of others)
    for (const [column, type] of other) expect(first.get(column) ?? type, column).toBe(type)
})

test('every resource, however full, is read as its schema says', () => {
  for (const { datasets, resources, stamp } of editions)
    for (const [index, resource] of resources.entries()) {
      const dataset = datasets[index] as Dataset
      const csv = formatCsv(stampRows(csvRows(dataset), 'stamp', stamp))
      const rows = presentRows(dataset).map((row) => (stamp ? [...row, stamp] : row))
      expect(readResource(resource, new TextEncoder().encode(csv)), resource.name).toEqual(rows)
    }
})
