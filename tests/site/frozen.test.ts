import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filesBelow } from '../../src/publish/siteFiles.ts'
import { listPublished } from '../../src/records/registers.ts'
import { projectRoot } from '../../src/roots.ts'
import { openBuild } from '../services.ts'

const own = join(projectRoot, 'dist')
const years = listPublished(projectRoot)

/** The files of an edition as they are before compression. */
const filesOf = (site: string, year: number) =>
  filesBelow(join(site, String(year))).filter((file) => !/\.(?:br|gz)$/.test(file))

/** What is to stay as it is: all but the links to the other years and, in the menu, to the list of them. */
const kept = (file: string) =>
  readFileSync(file, 'latin1')
    .replace(/<p class="editions".*?<\/p>\n/s, '')
    .replaceAll(/<a href="\/editions\/">[^<]*<\/a>/g, '')

test('the next year changes nothing in an edition but its links to other years', async () => {
  const { folder } = await openBuild('nextYear')
  for (const year of years) {
    const files = filesOf(own, year)
    expect(filesOf(folder, year)).toEqual(files)
    const place = (site: string, file: string) => join(site, String(year), file)
    const moved = files.filter((file) => kept(place(own, file)) !== kept(place(folder, file)))
    expect(moved).toEqual([])
    expect(readFileSync(place(folder, 'index.html'), 'utf8')).toContain('class="editions"')
  }
})
