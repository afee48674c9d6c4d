import { expect, test } from 'vitest'
import { z } from 'zod'
import { describeDataset, headingOf } from '../../src/datasets/dataset.ts'
import { editionDatasets } from '../../src/datasets/editionDatasets.ts'
import { placeholder } from '../../src/facts/copy.ts'
import type { Edition } from '../../src/sets/edition.ts'
import { edition } from '../charts/edition2025.ts'
import { complete } from '../charts/edition2099.ts'
import { sample } from '../map/rosters.ts'

test('no download carries a placeholder, in rows or in records', () => {
  const bound: Edition = {
    ...edition,
    glossary: edition.glossary.map((entry) => ({
      ...entry,
      definition: '共{consultation.sessions}。',
    })),
  }
  for (const { name, rows, records } of editionDatasets(bound)) {
    expect(JSON.stringify([rows, records]).match(placeholder), name).toBeNull()
  }
  const glossary = editionDatasets(bound).find(({ name }) => name === 'glossary')
  expect(glossary?.rows[0]?.at(-1)).toMatch(/^共\d+场。$/)
})

test('the edition itself keeps its placeholders', () => {
  const before = JSON.stringify(edition)
  editionDatasets(edition)
  expect(JSON.stringify(edition)).toBe(before)
})

test('null is 未公布 where nothing is published, and says otherwise where it means otherwise', () => {
  const datasets = editionDatasets(edition)
  const otherwise = datasets.flatMap(({ name, nulls }) =>
    Object.entries(nulls).flatMap(([field, word]) =>
      word === '未公布' ? [] : [`${name}.${field} ${word}`],
    ),
  )
  expect(otherwise).toEqual([
    'indicators.qualifier.word 无',
    'indicators.qualifier.verb 无',
    'indicators.qualifier.scope 无',
    'indicators.source 无',
    'indicators.caveat 无',
    'sessions.departmentsNote 无',
    'sessions.source 登记台账',
    'liaison-points.crs 无',
    'liaison-points.note 无',
    'captions.image 未提供',
    'captions.alt 未提供',
    'captions.credit 未提供',
    'timeline.short 无',
    'towns.wgs84 无',
    'towns.precisionKm 无',
    'towns.source 无',
    'sources.publisher 不详',
    'sources.date 不详',
    'sources.licence 不详',
    'sources.url 无',
  ])
  const words = (name: string) => {
    const columns = datasets.find((dataset) => dataset.name === name)?.columns ?? []
    return Object.fromEntries(columns.map((column) => [column.name, column.absent]))
  }
  expect(words('towns')).toMatchObject({ longitude: '无', latitude: '无', precisionKm: '无' })
  expect(words('issues')).toMatchObject({ title: '未公布', steps: '未公布' })
})

test('an undisclosed value is null in every row, never zero', () => {
  const recorded = editionDatasets({ ...edition, ...sample })
  const points = recorded.find(({ name }) => name === 'liaison-points')
  expect(points?.rows.flat()).toContain(null)
  expect(points?.rows.flat()).not.toContain(0)
})

test('what the figures draw is in the files as well', () => {
  const columns = (name: string, ...names: string[]) => {
    const dataset = editionDatasets(complete).find((one) => one.name === name)
    const at = names.map((column) => dataset?.columns.findIndex((one) => one.name === column) ?? -1)
    return dataset?.rows.map((row) => at.map((index) => row[index]))
  }
  const { supervision, proposals, issues, learning } = complete
  expect(columns('supervision-enforcement', 'inspectedHouseholdsBase', 'penaltyCasesBase')).toEqual(
    supervision.enforcement.map((month) => [month.inspectedHouseholdsBase, month.penaltyCasesBase]),
  )
  expect(columns('learning-parts', 'count')).toEqual(
    learning.parts.records.map(({ count }) => [count]),
  )
  const handled = { adopted: '已落实', planned: '列入计划', noted: '留作参考' }
  expect(columns('proposals', 'outcome')).toEqual(
    proposals.records.map(({ outcome }) => [outcome && handled[outcome]]),
  )
  const ended = { resolved: '已解决', explained: '作出说明', 'in-progress': '推进中' }
  expect(columns('issues', 'outcome')).toEqual(
    issues.records.map(({ outcome }) => [outcome && ended[outcome]]),
  )
})

test('a field without a title is refused unless it is left out on purpose', () => {
  const record = z.strictObject({ named: z.string().meta({ title: '有名' }), nameless: z.string() })
  const describe = (leftOut: string[]) => () =>
    describeDataset(
      { name: 'x', title: '示例', record, rows: () => [], leftOut },
      undefined,
      edition,
    )
  expect(describe([])).toThrow('nameless')
  expect(describe(['nameless'])).not.toThrow()
})

test('a record set that the edition has no file for is no dataset', () => {
  const { learning: _, ...rest } = edition
  const names = editionDatasets({ ...rest, captions: [] }).map(({ name }) => name)
  expect(names).toContain('sessions')
  expect(names.filter((name) => /^(?:learning|captions)/.test(name))).toEqual([])
})

test('a unit stands behind a title that does not say it already', () => {
  const headings = editionDatasets(complete).flatMap(({ columns }) => columns.map(headingOf))
  expect(headings).toEqual(expect.arrayContaining(['时限（天）', '参与人次', '日期']))
})
