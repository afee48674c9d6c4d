import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { patchJson } from '../../src/documents/patchJson.ts'
import { projectRoot } from '../../src/roots.ts'

const text = `{
  "stated": "a.b",
  "pairs": [
    { "id": "one", "n": 1 },
    { "id": "two", "n": 2 }
  ],
  "records": [
    {
      "id": "x",
      "list": ["甲", "乙"],
      "at": null
    },

    {
      "id": "y",
      "list": [
        "丙"
      ],
      "at": { "lng": 120.50, "lat": 30 }
    }
  ],
  "none": []
}
`
interface Sample {
  stated: string
  pairs: { id: string; n: number }[]
  records: { id: string; list: string[]; at: unknown; more?: number }[]
  none: object[]
}
const old = JSON.parse(text) as Sample
const copy = () => structuredClone(old)

test('a file whose values are the same is the same, to the byte', () => {
  expect(patchJson(text, old, copy())).toBe(text)
})

test('one changed value changes its own text alone', () => {
  const value = copy()
  value.records[1] = { ...(value.records[1] as Sample['records'][number]), id: 'z' }
  expect(patchJson(text, old, value)).toBe(text.replace('"id": "y"', '"id": "z"'))
})

test('a new record is laid out like those beside it', () => {
  const value = copy()
  value.pairs.push({ id: 'three', n: 3 })
  value.records.push({ id: 'w', list: [], at: null })
  value.none.push({ id: 'v' })
  expect(patchJson(text, old, value)).toBe(
    text
      .replace('"two", "n": 2 }', '"two", "n": 2 },\n    { "id": "three", "n": 3 }')
      .replace(
        '"lat": 30 }\n    }',
        '"lat": 30 }\n    },\n    {\n      "id": "w",\n      "list": [],\n      "at": null\n    }',
      )
      .replace('"none": []', '"none": [\n    {\n      "id": "v"\n    }\n  ]'),
  )
})

test('a record that goes takes its text along, and its neighbours keep theirs', () => {
  const [, second] = old.records
  const value = { ...old, records: [second] }
  expect(patchJson(text, old, value)).toBe(
    text.replace(/ {4}\{\n {6}"id": "x"[\s\S]*?\n {4}\},\n\n/, ''),
  )
})

test('a new property stands after the one that it follows', () => {
  const value = copy()
  const [first] = value.records as [Sample['records'][number]]
  value.records[0] = { id: first.id, more: 1, list: first.list, at: first.at }
  expect(patchJson(text, old, value)).toBe(
    text.replace('"id": "x",', '"id": "x",\n      "more": 1,'),
  )
})

test('a changed record is found by the one it was made from, wherever it stands', () => {
  const [first, second] = old.records as [Sample['records'][number], Sample['records'][number]]
  const changed = { ...second, id: 'z' }
  const value = { ...old, records: [changed, { id: 'new', list: [], at: null }] }
  const patched = patchJson(text, old, value, (item) => (item === changed ? second : item))
  expect(patched).toContain('"at": { "lng": 120.50, "lat": 30 }')
  expect(patched).not.toContain(first.id === 'x' ? '"x"' : '')
  expect(JSON.parse(patched)).toEqual(value)
})

const files = ['data/2025', 'tests/fixtures/complete/data/2099'].flatMap((folder) =>
  readdirSync(join(projectRoot, folder)).map((name) => join(projectRoot, folder, name)),
)

/** A value with another one somewhere in it. */
function mutate(value: unknown, path: readonly number[], put: unknown): unknown {
  const [step, ...rest] = path
  if (step === undefined || typeof value !== 'object' || value === null) return put
  const keys = Object.keys(value)
  if (keys.length === 0) return put
  const key = keys[step % keys.length] as string
  const inner = mutate((value as Record<string, unknown>)[key], rest, put)
  if (Array.isArray(value))
    return put === undefined && rest.length === 0
      ? value.toSpliced(Number(key), 1)
      : value.with(Number(key), inner)
  const { [key]: _, ...others } = value as Record<string, unknown>
  return inner === undefined ? others : { ...value, [key]: inner }
}

test('whatever is changed in any file, the text says it', () => {
  const put = fc.oneof(
    fc.constant(undefined),
    fc.string(),
    fc.integer(),
    fc.constant(null),
    fc.constant([]),
    fc.constant({ a: [1, { b: '丁' }] }),
    fc.constant(['甲', '乙']),
  )
  fc.assert(
    fc.property(
      fc.constantFrom(...files),
      fc.array(fc.tuple(fc.array(fc.nat(60), { minLength: 1, maxLength: 5 }), put), {
        maxLength: 4,
      }),
      (file, changes) => {
        const whole = readFileSync(file, 'utf8')
        const before = JSON.parse(whole)
        const mutated = changes.reduce((value, [path, put]) => mutate(value, path, put), before)
        if (typeof mutated !== 'object') return
        const after = JSON.parse(JSON.stringify(mutated))
        expect(JSON.parse(patchJson(whole, before, after))).toEqual(after)
      },
    ),
    { numRuns: 400 },
  )
})
