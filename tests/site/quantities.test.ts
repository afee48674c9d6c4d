import { describe, expect, test } from 'vitest'
import { parsePage } from '../../src/builtPage.ts'
import { allowedPhrases } from '../../src/prose/allowedPhrases.ts'
import { checkPage } from '../../src/prose/checkPages.ts'
import { sourceFinder } from '../../src/prose/sourceFinder.ts'
import { listEditions, loadRegisters } from '../../src/records/registers.ts'
import { projectRoot } from '../../src/roots.ts'
import { builtPages } from './builtPages.ts'

const allowed = allowedPhrases(
  listEditions(projectRoot).map((year) => loadRegisters(projectRoot, year)),
)
const findSource = sourceFinder([projectRoot])

describe.each(builtPages)('$path', (page) => {
  test('binds every quantity it shows', () => {
    expect(checkPage(page, allowed, findSource)).toEqual([])
  })
})

test('a quantity typed into a page is found', () => {
  const page = builtPages[0]
  const typed = page?.html.replace('</main>', '<p>共办理58件</p></main>') ?? ''
  expect(checkPage(parsePage(page?.file ?? '', typed), allowed, findSource)).toHaveLength(1)
})
