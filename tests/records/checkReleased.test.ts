import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { formatProblem } from '../../src/documents/problem.ts'
import { releasedNumbers } from '../../src/records/checkReleased.ts'
import { readRegisters } from '../../src/records/readRegisters.ts'
import { type Observation, observationSchema } from '../../src/schemas/observation.ts'
import { contentAt } from '../contentFolder.ts'
import { completeRoot } from '../fixtures/completeEdition.ts'

const file = 'data/2099/indicators.json'
const released = 'data/2099/released.json'
const corrections = 'data/2099/corrections.json'
const version = '20261130-28ee1ae'
const root = mkdtempSync(join(tmpdir(), 'released-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
const copy = contentAt(root)
let numbers: Observation[]
beforeEach(() => {
  cpSync(completeRoot, root, { recursive: true })
  numbers = observationSchema.array().parse(JSON.parse(copy.read(file)))
  copy.write(released, JSON.stringify({ version, indicators: releasedNumbers(numbers) }))
})

const write = (name: string, value: unknown) => copy.write(name, JSON.stringify(value, null, 2))

/** The problems after a number has changed that has a value, an exact wording and no other mention. */
function change(difference: Partial<Observation>): string[] {
  numbers = numbers.map((each) => (each.id === changed().id ? { ...each, ...difference } : each))
  write(file, numbers)
  return problems()
}
const changed = () => numbers.find(({ id }) => id === 'supervision.outputs') as Observation
const problems = () => readRegisters(root, 2099).problems.map(formatProblem)
const isAboutRelease = (problem: string) => problem.includes(version)

test('what was released and has not changed passes, and so does everything before the first release', () => {
  expect(problems()).toEqual([])
  copy.remove(released)
  expect(change({ value: 9 }).filter(isAboutRelease)).toEqual([])
})

test('a changed number is refused where it stands, with the correction that would permit it', () => {
  const line = JSON.stringify(numbers.slice(0, numbers.indexOf(changed())), null, 2).split('\n')
  const [problem, ...more] = change({ value: 9 }).filter(isAboutRelease)
  expect(more).toEqual([])
  expect(problem).toMatch(
    new RegExp(
      `^${file}:${line.length + 4}:14 发现supervision.outputs 已随 ${version} 发布为“6份”，现在是“9份”`,
    ),
  )
  const [hinted = ''] = /\{.*\}/.exec(problem ?? '') ?? []
  const correction = { ...JSON.parse(hinted), date: '2026-12-01', reason: '示例。' }
  write(corrections, [...JSON.parse(copy.read(corrections)), correction])
  expect(problems().filter(isAboutRelease)).toEqual([])
})

test('a qualifier, a unit and a stated period count as part of the number; a definition does not', () => {
  const { qualifier } = changed()
  expect(change({ qualifier: { ...qualifier, bound: 'over' } }).filter(isAboutRelease)).toEqual([
    expect.stringContaining('现在是“6余份”'),
  ])
  expect(change({ qualifier, unit: '篇' }).filter(isAboutRelease)).toEqual([
    expect.stringMatching(/^[^:]*:\d+:13 /),
  ])
  expect(change({ unit: '份', definition: '另一种说法。' }).filter(isAboutRelease)).toEqual([])
})

test('a period that was stated changes only by a correction; one that was not may be stated', () => {
  expect(change({ period: '2098年' }).filter(isAboutRelease)).toEqual([
    expect.stringMatching(/发布为“2099年”，现在是“2098年”.*"field":"period"/),
  ])
  const before = releasedNumbers(numbers).map((each) => ({ ...each, period: null }))
  write(released, { version, indicators: before })
  expect(problems().filter(isAboutRelease)).toEqual([])
})

test('a number that is gone is refused, and may be withdrawn by a correction to 未公布', () => {
  const { id } = changed()
  write(
    file,
    numbers.filter((each) => each.id !== id),
  )
  expect(problems().filter(isAboutRelease)).toEqual([
    expect.stringMatching(`^${file}:1:1 发现少了指标 ${id}，它已随 ${version} 发布为“6份”`),
  ])
  const correction = {
    id: 'withdrawn',
    indicator: id,
    field: 'value',
    old: '6份',
    new: '未公布',
    date: '2026-12-01',
    reason: '撤下。',
  }
  write(corrections, [correction])
  expect(
    change({ value: null, status: 'undisclosed', source: null }).filter(isAboutRelease),
  ).toEqual([])
})

test('a number without a value whose status still says it has one is reported as that alone', () => {
  const found = change({ value: null, source: null })
  expect(found.filter(isAboutRelease)).toEqual([])
  expect(found).toContainEqual(expect.stringContaining('没有数值，而状态是“已刊载”'))
})

test('a number that was not published may be published', () => {
  const before = releasedNumbers(numbers).map((each) =>
    each.id === changed().id ? { ...each, value: null, wording: '未公布' } : each,
  )
  write(released, { version, indicators: before })
  expect(problems()).toEqual([])
})
