import { describe, expect, test } from 'vitest'
import { allowedPhrases } from '../../src/prose/allowedPhrases.ts'
import { checkPage } from '../../src/prose/checkPages.ts'
import { sourceFinder } from '../../src/prose/sourceFinder.ts'
import { projectRoot } from '../../src/tools/roots.ts'
import { builtPages } from './builtPages.ts'

const allowed = allowedPhrases(projectRoot)
const findSource = sourceFinder([projectRoot])

describe.each(builtPages)('$path', ({ file, html }) => {
  test('binds every quantity it shows', () => {
    expect(checkPage(html, file, allowed, findSource)).toEqual([])
  })
})

test('a quantity typed into a page is found', () => {
  const page = builtPages[0]
  const typed = page?.html.replace('</main>', '<p>共办理58件</p></main>') ?? ''
  expect(checkPage(typed, page?.file ?? '', allowed, findSource)).toHaveLength(1)
})
