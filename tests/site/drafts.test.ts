import { readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { expect, test } from 'vitest'
import { filesBelow } from '../../src/publish/siteFiles.ts'
import { toWrite } from '../../src/schemas/toWrite.ts'
import { openBuild } from '../services.ts'
import { dist } from './builtPages.ts'

const texts = ['.html', '.json', '.csv', '.xml', '.svg', '.geojson', '.txt', '.js', '.webmanifest']

test.each([
  ['the site', async () => dist],
  ['a site whose next edition is a draft', async () => (await openBuild('named')).folder],
])('nothing of a draft is in %s', async (_, find) => {
  const site = await find()
  const files = filesBelow(site)
  expect(files.length).toBeGreaterThan(200)
  expect(files.filter((file) => /(^|\/)2026/.test(file))).toEqual([])
  for (const file of files.filter((name) => texts.includes(extname(name)))) {
    const text = readFileSync(join(site, file), 'utf8')
    for (const sign of [toWrite, '草稿', '/2026/']) expect(text.includes(sign), file).toBe(false)
  }
})
