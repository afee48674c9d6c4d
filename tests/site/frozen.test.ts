import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filesBelow } from '../../src/publish/siteFiles.ts'
import { projectRoot } from '../../src/roots.ts'
import { openBuild } from '../services.ts'

const own = join(projectRoot, 'dist')
const year = 2025

/** The files of an edition as they are before compression. */
const filesOf = (site: string) =>
  filesBelow(join(site, String(year))).filter((file) => !/\.(?:br|gz)$/.test(file))

/** What is to stay as it is: all but the links to the other years and, in the menu, to the list of them. */
const kept = (file: string) =>
  readFileSync(file, 'latin1')
    .replace(/<p class="editions".*?<\/p>\n/s, '')
    .replaceAll(/<a href="\/editions\/">[^<]*<\/a>/g, '')

test('the next year changes nothing in an edition but its links to other years', async () => {
  const { folder } = await openBuild('nextYear')
  const files = filesOf(own)
  expect(filesOf(folder)).toEqual(files)
  const place = (site: string, file: string) => join(site, String(year), file)
  const moved = files.filter((file) => kept(place(own, file)) !== kept(place(folder, file)))
  expect(moved).toEqual([])
  expect(readFileSync(place(folder, 'index.html'), 'utf8')).toContain('class="editions"')
})
