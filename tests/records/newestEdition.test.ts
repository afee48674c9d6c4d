import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newestEdition } from '../../src/records/newestEdition.ts'
import { projectRoot } from '../../src/roots.ts'
import { screens } from '../../src/visual/screens.ts'
import { copyContent } from '../contentCopy.ts'

test('the newest edition gives its chapters in order, without the home page', () => {
  const { root, edit, remove } = copyContent()
  edit('content/2025/learning.mdx', 'order: 5', 'order: 2')
  edit('content/2025/supervision.mdx', 'order: 2', 'order: 5')
  remove('content/2025/outlook.mdx')
  expect(newestEdition(root)).toEqual({
    year: 2025,
    chapters: ['consultation', 'learning', 'proposals', 'public-opinion', 'supervision'],
    say: 'public-opinion',
  })
})

test('a draft is not the newest edition', () => {
  const { root } = copyContent()
  mkdirSync(join(root, 'data/2026'))
  writeFileSync(join(root, 'data/2026/edition.json'), '{ "status": "draft" }')
  expect(newestEdition(root).year).toBe(2025)
})

test('every template has a page of its own to be looked at', () => {
  const paths = new Set(screens.map(({ path }) => path))
  expect(paths.size).toBe(
    new Set(screens.map(({ name }) => name.replace(/-\d+-.*|-print$/, ''))).size,
  )
  const { year, chapters, say } = newestEdition(projectRoot)
  for (const chapter of [chapters[0], say]) expect([...paths]).toContain(`${year}/${chapter}/`)
})
