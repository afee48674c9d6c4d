import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { formatProblem } from '../../src/documents/problem.ts'
import {
  type HostileField,
  hostileTexts,
  refusalsOf,
  writeHostileContent,
} from '../hostileContent.ts'

let root: string
let fields: HostileField[]
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'hostile-'))
  fields = writeHostileContent(root)
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const nameOf = ({ file, path }: HostileField) => `${file} ${path.join('.')}`

test('every text field takes a hostile text, or refuses it at its line in Chinese', () => {
  expect(fields.length).toBeGreaterThan(200)
  expect(new Set(fields.map(({ file }) => file)).size).toBeGreaterThan(18)
  for (const { file, rung, refusals } of fields) {
    expect(refusals.length).toBeGreaterThanOrEqual(rung)
    for (const problem of refusals) {
      expect(problem.file).toBe(file)
      expect(formatProblem(problem)).toMatch(/^[\w./-]+:\d+:\d+ 发现.*；应为.*。提示：/)
    }
  }
})

test('templates are refused everywhere; no field takes nothing but its own text, unless it is named by others', () => {
  expect(fields.filter(({ rung }) => rung === 0).map(nameOf)).toEqual([])
  const own = fields.filter(({ rung }) => rung === hostileTexts.length).map(nameOf)
  expect(own.filter((name) => !/section$/.test(name))).toEqual([
    // Its definition has to be that of the year before, word for word.
    'data/2099/indicators.json 1.definition',
  ])
})

test('words of the site’s own take no tag; the records take all but templates', () => {
  const taken = (text: string) => fields.filter(({ rung }) => hostileTexts[rung] === text).length
  expect(taken(hostileTexts[1])).toBeGreaterThan(80)
  expect(fields.filter(({ file, rung }) => file.endsWith('.mdx') && rung < 4)).toEqual([])
})

test.each([
  ['an embedding from right to left', '\u202e'],
  ['an isolate', '\u2067'],
  ['a mark of direction', '\u200f'],
  ['a zero-width space', '\u200b'],
  ['a line separator', '\u2028'],
])('%s is refused in every field, at its line', (_, character) => {
  const missed = refusalsOf(root, `示例${character}文字`).filter(({ field, found }) => {
    const says = found.some(
      (problem) => problem.file === field.file && /方向|零宽|换行符/.test(problem.found),
    )
    return !says
  })
  expect(missed.map(({ field }) => nameOf(field))).toEqual([])
})
