import { expect, test } from 'vitest'
import { editionDatasets } from '../../src/datasets/editionDatasets.ts'
import { placeholder } from '../../src/facts/copy.ts'
import type { Edition } from '../../src/schemas/edition.ts'
import { edition } from '../charts/edition2025.ts'

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

test('an undisclosed value is null in every row, never zero', () => {
  const points = editionDatasets(edition).find(({ name }) => name === 'liaison-points')
  expect(points?.rows.flat()).not.toContain(0)
})
