import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { readRegisters } from '../../src/records/readRegisters.ts'
import { completeRoot } from '../fixtures/completeEdition.ts'

const root = mkdtempSync(join(tmpdir(), 'months-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
beforeEach(() => cpSync(completeRoot, root, { recursive: true }))

function edit(name: string, from: string | RegExp, to: string) {
  const file = join(root, 'data/2099', name)
  const text = readFileSync(file, 'utf8')
  expect(text).toMatch(from)
  writeFileSync(file, text.replace(from, to))
}

/** Makes the inspected households of two months fall by a percentage. */
function fallBy(share: string) {
  const now = 1000 - Number(share) * 10
  edit(
    'supervision.json',
    /"enforcement": \[[\s\S]*\]/,
    `"enforcement": ${JSON.stringify(
      [now - 100, 100].map((households, index) => ({
        id: `month-${index}`,
        month: `2099-0${index + 1}`,
        inspectedHouseholds: households,
        penaltyCases: null,
        inspectedHouseholdsBase: 500,
        base: '2098年同月',
      })),
    )}`,
  )
}

/** States the decline as `phrase`: 55余%, 近56%. */
function state(phrase: string) {
  const file = join(root, 'data/2099/indicators.json')
  const indicators = JSON.parse(readFileSync(file, 'utf8'))
  const stated = indicators.find(
    ({ id }: { id: string }) => id === 'supervision.inspected-households-decline',
  )
  stated.value = Number.parseFloat(phrase.replace('近', ''))
  stated.source.phrase = phrase
  if (phrase.includes('余')) stated.qualifier.bound = 'over'
  if (phrase.includes('近')) stated.qualifier.bound = 'near'
  writeFileSync(file, JSON.stringify(indicators))
}

const problems = () => readRegisters(root, 2099).problems

test('a decline that its months do not bear out is named; the fixture agrees with itself', () => {
  expect(problems()).toEqual([])
  edit('supervision.json', /"inspectedHouseholds":(\d+)/, '"inspectedHouseholds":1$1')
  const [problem, ...rest] = problems()
  expect(rest).toEqual([])
  expect(problem?.file).toBe('data/2099/supervision.json')
  expect(problem?.found).toMatch(/^按月合计得出的降幅 \d+(\.\d)?%$/)
})

test('a month whose base counted nothing is recorded, so its decline is checked', () => {
  edit('supervision.json', /"inspectedHouseholdsBase":\d+/, '"inspectedHouseholdsBase":0')
  expect(problems()).toMatchObject([{ found: expect.stringContaining('按月合计得出的降幅') }])
})

test('a base that counted nothing at all bears out no decline', () => {
  edit('supervision.json', /"inspectedHouseholdsBase":\d+/g, '"inspectedHouseholdsBase":0')
  expect(problems()).toMatchObject([{ found: '基期各月合计为 0，得不出降幅' }])
})

test.each([
  ['55.8', '55.8%'],
  ['55.8', '56%'],
  ['55.8', '55余%'],
  ['55', '55余%'],
  ['57', '57余%'],
  ['55.8', '50余%'],
  ['55.8', '近56%'],
  ['55.8', '近60%'],
  ['55.8', '55.8余%'],
  ['55.8', '近55.9%'],
])('a fall by %s bears out %s', (share, phrase) => {
  fallBy(share)
  state(phrase)
  expect(problems()).toEqual([])
})

test.each([
  ['55.8', '55%', '56'],
  ['55.8', '56余%', '55.8'],
  ['55.8', '54余%', '55.8'],
  ['55.8', '近55%', '55.8'],
  ['56', '近56%', '56'],
])('a fall by %s does not bear out %s', (share, phrase, counted) => {
  fallBy(share)
  state(phrase)
  expect(problems()).toMatchObject([
    { found: `按月合计得出的降幅 ${counted}%`, expected: expect.stringMatching(`^${phrase}（`) },
  ])
})

test('two declines do not count the same', () => {
  edit('supervision.json', '"counts":"penaltyCases"', '"counts":"inspectedHouseholds"')
  expect(problems()).toContainEqual(
    expect.objectContaining({ found: '重复的“inspectedHouseholds”' }),
  )
})

test('a month entered twice, though under two ids, is named', () => {
  edit('supervision.json', '"month":"2099-02"', '"month":"2099-01"')
  expect(problems()).toMatchObject([{ found: '重复的“2099-01”' }])
})

test('a record may be called by its own month', () => {
  edit('supervision.json', '"id":"month-01"', '"id":"2099-01"')
  expect(problems()).toEqual([])
})
