import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { inOrder } from '../../src/facts/corrections.ts'
import { newestEdition } from '../../src/records/newestEdition.ts'
import { projectRoot } from '../../src/roots.ts'
import { publishedEdition } from '../charts/edition2025.ts'
import { readProse, squeeze } from './builtPage.ts'

interface Covered {
  id: string
  term: string
  page: string
}

const coverage: Covered[] = JSON.parse(
  readFileSync(new URL('./coverage.json', import.meta.url), 'utf8'),
)

/** A term as it reads after the corrections of its numbers. */
const corrected = (term: string) =>
  inOrder(publishedEdition.corrections).reduce(
    (words, { old, new: now }) => words.replaceAll(old, now),
    term,
  )

test('every fact is listed once, with a term of at most twenty characters', () => {
  const ids = coverage.map((fact) => fact.id)
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  expect(coverage.filter((fact) => [...fact.term].length > 20).map((fact) => fact.id)).toEqual([])
  expect(coverage).toHaveLength(164)
})

test('every fact stands in the prose, captions or figure texts of its page', () => {
  const prose = new Map(
    [...new Set(coverage.map((fact) => fact.page))].map((page) => [page, readProse(page)]),
  )
  // About speaks of the newest edition.
  const isNewest = newestEdition(projectRoot).year === 2025
  const missing = coverage
    .filter(({ page }) => page !== 'about' || isNewest)
    .filter((fact) => !prose.get(fact.page)?.includes(squeeze(corrected(fact.term))))
    .map((fact) => `${fact.id}（${fact.term}）不在 ${fact.page}`)
  expect(missing).toEqual([])
})
