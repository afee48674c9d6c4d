import { beforeEach, expect, test } from 'vitest'
import { formatProblem } from '../../src/documents/problem.ts'
import { readRegisters } from '../../src/records/readRegisters.ts'
import type { LiaisonPoint } from '../../src/sets/liaisonPoints.ts'
import { type ContentCopy, copyContent } from '../contentCopy.ts'
import { exampleContent, exampleRoster } from '../map/exampleRoster.ts'

const file = 'data/2025/liaison-points.json'
const [first] = exampleRoster(112).points as [LiaisonPoint]
let copy: ContentCopy
beforeEach(() => {
  copy = exampleContent(copyContent(), exampleRoster(112))
})

const found = () => readRegisters(copy.root, 2025).problems.map(formatProblem)

/** Changes one record, and returns the line of one of its fields. */
function change(index: number, fields: Partial<Record<keyof LiaisonPoint, unknown>>): void {
  const set = JSON.parse(copy.read(file)) as { records: object[] }
  set.records[index] = { ...set.records[index], ...fields }
  copy.write(file, `${JSON.stringify(set, null, 2)}\n`)
}
function lineOf(id: string, field: string): number {
  const lines = copy.read(file).split('\n')
  const start = lines.findIndex((line) => line.includes(`"id": "${id}"`))
  return lines.findIndex((line, index) => index >= start && line.includes(`"${field}"`)) + 1
}
const at = (id: string, field: string) =>
  new RegExp(`^data/2025/liaison-points\\.json:${lineOf(id, field)}:\\d+ `)

test('a roster of 112 points in three systems is accepted', () => {
  expect(found()).toEqual([])
})

test('latitude and longitude swapped are refused at their row, with what was meant', () => {
  const [lng, lat] = first.coordinates as [number, number]
  change(0, { coordinates: [lat, lng] })
  const problems = found()
  expect(problems).toHaveLength(1)
  expect(problems[0]).toMatch(/^data\/2025\/liaison-points\.json:\d+:\d+ .*经纬度写反/)
  // If both numbers could be a latitude, only the distance helps.
  change(0, { coordinates: [30.25, 23.5] })
  expect(found()).toEqual([expect.stringMatching(at('lp-001', 'coordinates'))])
})

test('a place far outside the district is refused, with the system it may have come in', () => {
  change(4, { coordinates: [124.5, 30.25] })
  const [problem] = found()
  expect(problem).toMatch(at('lp-005', 'coordinates'))
  expect(problem).toMatch(/离全区中心约95公里.*25 公里以内/)
})

test('a town that is not listed is refused at its row, with the nearest', () => {
  change(7, { town: '990101088' })
  expect(found()).toEqual([expect.stringMatching(at('lp-008', 'town'))])
  expect(found()[0]).toMatch(/没有登记的“990101088”.*是不是“/)
  change(7, { town: '甲木' })
  expect(found()[0]).toMatch(at('lp-008', 'town'))
  expect(found()[0]).toMatch(/九位数字/)
})

test('a point that is registered and says that it is not published is refused at its status', () => {
  change(3, { address: '示例路', status: 'undisclosed' })
  expect(found()).toEqual([expect.stringMatching(at('lp-004', 'status'))])
  expect(found()[0]).toMatch(/状态是“未公布”，而名称、地址、坐标已登记；应为reported/)
})

test('an id used twice is refused at the second row, naming the first', () => {
  change(20, { id: 'lp-003' })
  expect(found()).toEqual([
    expect.stringMatching(
      new RegExp(`重复的“lp-003”.*第 ${lineOf('lp-003', 'id')} 行已有同样的一条`),
    ),
  ])
})

test('two points nearer than five metres are refused at the second row, naming the first', () => {
  const [lng, lat] = first.coordinates as [number, number]
  change(30, { coordinates: [lng, lat + 0.00003], crs: first.crs })
  const problems = found()
  expect(problems).toEqual([expect.stringMatching(at('lp-031', 'coordinates'))])
  expect(problems[0]).toMatch(/相距不到 5 米.*“lp-001”在第 \d+ 行/)
})

test('two points of one name in one town are refused at the second, until addresses tell them apart', () => {
  const { name, town } = first
  change(30, { name, town, coordinates: null, crs: null, address: null })
  const problems = found()
  expect(problems).toEqual([expect.stringMatching(at('lp-031', 'name'))])
  expect(problems[0]).toMatch(/又一个联系点.*“lp-001”在第 \d+ 行，重复登记的删去一条/)
  change(30, { name, town, coordinates: null, crs: null, address: '示例东路' })
  expect(found()).toEqual([])
  change(30, { name, town: '330402002', coordinates: null, crs: null, address: null })
  expect(found().filter((problem) => problem.includes('又一个'))).toEqual([])
})

test('a field that is left out is not published; a misspelt one is named at each row', () => {
  const set = JSON.parse(copy.read(file)) as { records: { venue?: string; Venue?: string }[] }
  for (const record of set.records) delete record.venue
  copy.write(file, JSON.stringify(set, null, 2))
  expect(found()).toEqual([])
  for (const record of set.records) record.Venue = '其他'
  copy.write(file, JSON.stringify(set, null, 2))
  const problems = found()
  expect(problems).toHaveLength(112)
  for (const problem of problems) expect(problem).toMatch(/未知的属性“Venue”.*是不是“venue”/)
})

test('an empty list and an empty file are refused', () => {
  const set = JSON.parse(copy.read(file)) as object
  copy.write(file, JSON.stringify({ ...set, records: [] }, null, 2))
  expect(found()).toEqual([expect.stringMatching(/发现空的名录；应为至少一条记录/)])
  copy.write(file, '')
  expect(found()).toEqual([expect.stringMatching(/liaison-points\.json:1:1 发现空文件/)])
})
