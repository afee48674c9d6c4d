import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { check } from '@placemarkio/check-geojson'
import { expect, test } from 'vitest'
import { builtFiles, builtPages, dist } from './builtPages.ts'

const read = (file: string) => readFileSync(join(dist, '2025/data', file), 'utf8')
const dataPage = builtPages.find((page) => page.path === '/2025/data/')

test('every download named by the data page is a CSV with a byte-order mark or valid JSON', () => {
  const links = [...(dataPage?.document.querySelectorAll('a[download]') ?? [])].map(
    (link) => link.getAttribute('href') ?? '',
  )
  expect(links.length).toBeGreaterThan(20)
  for (const link of links) {
    const text = readFileSync(join(dist, link), 'utf8')
    if (link.endsWith('.csv')) expect(text.startsWith('\uFEFF'), link).toBe(true)
    else expect(() => JSON.parse(text), link).not.toThrow()
  }
})

test('the data package names a CSV for every resource, with its columns in order', () => {
  const { resources } = JSON.parse(read('datapackage.json'))
  expect(resources.length).toBeGreaterThan(10)
  for (const { path, schema } of resources) {
    expect(builtFiles).toContain(`2025/data/${path}`)
    const header = read(path).slice(1).split('\r\n')[0]
    expect(header).toBe(schema.fields.map((field: { name: string }) => field.name).join(','))
    for (const field of schema.fields) expect(field.description.length).toBeGreaterThan(1)
  }
})

test('indicators are worded alike on the page, in CSV and in JSON', () => {
  const words = [...(dataPage?.document.querySelectorAll('#indicators td data') ?? [])].map(
    (data) => data.textContent,
  )
  const csv = read('indicators.csv')
    .split('\r\n')
    .slice(1, -1)
    .map((line) => line.split(',')[2])
  const json = JSON.parse(read('indicators.json')).records.map(
    (record: { wording: string }) => record.wording,
  )
  expect(words).toHaveLength(27)
  expect(csv).toEqual(words)
  expect(json).toEqual(words)
})

const absent: Record<string, string> = {
  name: '未公布',
  town: '未公布',
  kind: '未公布',
  address: '未公布',
  longitude: '',
  latitude: '',
  precision: '未公布',
  crs: '',
  hours: '未公布',
  venue: '未公布',
  qrCodes: '未公布',
  note: '',
  status: '未公布',
}

test('an undisclosed value is written 未公布 in CSV, what there is none of is left empty, and none is zero', () => {
  const [header = '', ...rows] = read('liaison-points.csv').trim().split('\r\n')
  const columns = header.split(',')
  expect(rows).toHaveLength(112)
  for (const row of rows) {
    const cells = row.split(',')
    expect(cells).toHaveLength(columns.length)
    const [id, ...values] = cells
    expect(id).toMatch(/^lp-/)
    expect(
      Object.fromEntries(columns.slice(1).map((column, index) => [column, values[index]])),
    ).toEqual(absent)
  }
})

test('the data page and JSON say 未公布 only of what is not published', () => {
  const section = (id: string) =>
    dataPage?.document.querySelector(`#${id}`)?.textContent?.replace(/\s/g, '') ?? ''
  expect(section('liaison-points')).toContain('112个村社；名录待登记。')
  expect(section('liaison-points')).not.toContain('lp-001')
  expect(dataPage?.document.querySelector('#supervision-enforcement')).toBeNull()
  expect(section('sessions')).toContain('未公布。')
  expect(section('captions')).toContain('图片未提供。')
  for (const id of ['towns', 'sources']) expect(section(id), id).not.toContain('未公布')
  expect(JSON.parse(read('liaison-points.json')).null).toMatchObject({ name: '未公布', note: '无' })
})

test('the GeoJSON passes a schema check and has a feature without geometry for every 村社', () => {
  const collection = check(read('liaison-points.geojson'))
  if (collection.type !== 'FeatureCollection') throw new Error(collection.type)
  expect(collection.features).toHaveLength(112)
  expect(collection.features.every(({ geometry }) => geometry === null)).toBe(true)
})
