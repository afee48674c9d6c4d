import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { check } from '@placemarkio/check-geojson'
import { csvParseRows } from 'd3'
import { expect, test } from 'vitest'
import { unguardFormula } from '../../src/datasets/csv.ts'
import type { Dataset } from '../../src/datasets/dataset.ts'
import { editionDatasets } from '../../src/datasets/editionDatasets.ts'
import { chapterIds } from '../../src/records/chapterIds.ts'
import { loadEditions } from '../../src/records/readRegisters.ts'
import { projectRoot } from '../../src/roots.ts'
import type { Edition } from '../../src/sets/edition.ts'
import { draftWorkbook } from '../../src/workbook/draftWorkbook.ts'
import { publicSource } from '../../src/workbook/editionSource.ts'
import { writeXlsx } from '../../src/workbook/writeXlsx.ts'
import { presentRows, readResource } from '../datasets/readResource.ts'
import { gridsOf, sheetOf } from '../workbook/workbooks.ts'
import { builtFiles, builtPages, dist } from './builtPages.ts'

// As pages take it: with the sources that it quotes itself.
const edition = loadEditions(projectRoot).find(({ year }) => year === 2025)?.edition as Edition
const read = (file: string) => readFileSync(join(dist, '2025/data', file), 'utf8')
const dataPage = builtPages.find((page) => page.path === '/2025/data/')

test('every download named by the data page is a CSV with a byte-order mark, valid JSON or the workbook', () => {
  const links = [...(dataPage?.document.querySelectorAll('a[download]') ?? [])].map(
    (link) => link.getAttribute('href') ?? '',
  )
  expect(links.length).toBeGreaterThan(20)
  for (const link of links) {
    if (link.endsWith('.xlsx')) continue
    const text = readFileSync(join(dist, link), 'utf8')
    if (link.endsWith('.csv')) expect(text.startsWith('\uFEFF'), link).toBe(true)
    else expect(() => JSON.parse(text), link).not.toThrow()
  }
})

test('every resource of the data package is read as its schema says, and holds its dataset', () => {
  const { resources } = JSON.parse(read('datapackage.json'))
  const datasets = editionDatasets(edition)
  expect(resources.map(({ name }: { name: string }) => name)).toEqual(
    datasets.map(({ name }) => name),
  )
  for (const [index, resource] of resources.entries()) {
    expect(builtFiles).toContain(`2025/data/${resource.path}`)
    const rows = readResource(resource, readFileSync(join(dist, '2025/data', resource.path)))
    expect(rows, resource.name).toEqual(presentRows(datasets[index] as Dataset))
    for (const field of resource.schema.fields) expect(field.description.length).toBeGreaterThan(1)
  }
})

test('the CSV for spreadsheets hold what the package holds, once the guard of formulas is taken off', () => {
  for (const { path } of JSON.parse(read('datapackage.json')).resources) {
    const rows = csvParseRows(read(path.replace('package/', '')).slice(1))
    expect(
      rows.map((row) => row.map(unguardFormula)),
      path,
    ).toEqual(csvParseRows(read(path)))
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

test('until a 村社 is named its files hold their columns alone, and the data page offers none', () => {
  expect(read('liaison-points.csv').trim().split('\r\n')).toHaveLength(1)
  expect(JSON.parse(read('liaison-points.json')).records).toEqual([])
  expect(check(read('liaison-points.geojson'))).toMatchObject({ features: [] })
  const section = dataPage?.document.querySelector('#liaison-points')
  expect(section?.textContent).toContain('逐项待登记。')
  expect(section?.querySelectorAll('a[download], table')).toHaveLength(0)
})

test('the data page and JSON say 未公布 only of what is not published', () => {
  const section = (id: string) =>
    dataPage?.document.querySelector(`#${id}`)?.textContent?.replace(/\s/g, '') ?? ''
  expect(dataPage?.document.querySelector('#supervision-enforcement')).toBeNull()
  expect(section('sessions')).toContain('未公布。')
  expect(section('captions')).toContain('图片未提供。')
  for (const id of ['towns', 'sources']) expect(section(id), id).not.toContain('未公布')
  expect(JSON.parse(read('liaison-points.json')).null).toMatchObject({ name: '未公布', note: '无' })
})

test('the workbook holds what the data page shows, and is the same however often it is written', async () => {
  const bytes = readFileSync(join(dist, '2025/data/workbook.xlsx'))
  const source = publicSource(
    edition,
    chapterIds(projectRoot, 2025)?.filter((id) => id !== 'edition') ?? [],
  )
  const again = await writeXlsx(draftWorkbook(source, { blankRows: 0 }), source)
  expect(bytes.equals(Buffer.from(again))).toBe(true)
  const grids = await gridsOf(bytes)
  const rows = grids.find(({ title }) => title === '指标')?.rows ?? []
  expect(rows.slice(1).map(([id]) => id?.value)).toEqual(edition.indicators.map(({ id }) => id))
  // Nothing is known yet of the points, so that there are none to be listed.
  expect(sheetOf(grids, '联系点覆盖的村社').rows).toHaveLength(1)
  const size = dataPage?.document.querySelector('a[href$=".xlsx"]')?.textContent
  expect(size).toContain(`${Math.ceil(bytes.length / 1000)} kB`)
})
