import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filesBelow, htmlAmong } from '../../src/publish/siteFiles.ts'
import { openBuild } from '../services.ts'
import { dist } from './builtPages.ts'
import { faultsOf } from './markupFaults.ts'

test.each([
  ['the site', async () => dist],
  ['the edition with complete records', async () => (await openBuild('complete')).folder],
  ['the site with an address', async () => (await openBuild('portal')).folder],
])('every page of %s is valid HTML to its last byte', async (_, find) => {
  const site = await find()
  const pages = htmlAmong(filesBelow(site))
  expect(pages.length).toBeGreaterThan(30)
  for (const file of pages) {
    const html = readFileSync(join(site, file), 'utf8')
    expect(faultsOf(html), file).toEqual([])
    // The validator takes what follows the document for a part of it.
    expect(html.trimEnd().slice(-7), file).toBe('</html>')
  }
})

test('a wrong nesting, an attribute twice and an unknown element are found', () => {
  const page = (body: string) =>
    `<!DOCTYPE html><html lang="zh-CN"><head><title>示例</title></head><body>${body}</body></html>`
  expect(faultsOf(page('<p>示例</p>'))).toEqual([])
  for (const wrong of ['<p><ul></ul></p>', '<p id="a" id="b">示例</p>', '<figgure></figgure>'])
    expect(faultsOf(page(wrong)), wrong).not.toEqual([])
})
