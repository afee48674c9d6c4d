import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { filesBelow } from '../../src/publish/siteFiles.ts'
import { Store } from '../../src/store/store.ts'

let root: string
let store: Store
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'kept-'))
  store = new Store(join(root, 'store'))
  for (const year of [2024, 2025]) write(`content/${year}/edition.mdx`, `${year}`)
  for (const file of ['2024/a.json', '2025/a.json', 'glossary.json']) write(`data/${file}`, '[]')
  for (const [file, text] of Object.entries(site)) write(`site/${file}`, text)
  vi.stubEnv('CONTENT_ROOT', root)
  vi.resetModules()
})
afterEach(() => {
  vi.unstubAllEnvs()
  // Other tests in this thread must not see the content root of this one.
  vi.resetModules()
  rmSync(root, { recursive: true })
})

const site = {
  'index.html': '2025版',
  '2025/index.html': '2025版',
  '2024/index.html': '2024版<style>src:url(/type/700-aaaaaaaaaa.woff2)</style>',
  '2024/charts/a.png': 'PNG',
  'share/2024-a.png': 'PNG',
  'type/700-aaaaaaaaaa.woff2': 'font',
  'type/700-bbbbbbbbbb.woff2': 'font',
}

function write(file: string, text: string) {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), text)
}

/** The module as a new process would load it, with this test's content root. */
const load = () => import('../../src/publish/keptSite.ts')

const listed = (year: number, ...pages: string[]) => ({
  year,
  listing: { year, isDraft: false, title: '', lede: '', pages, corrections: [] },
})
const editions = [listed(2024, ''), listed(2025, '', 'learning/')]

async function keep() {
  const { keepSite, siteKey } = await load()
  const kept = { editions, taken: new Set<number>(), pages: [], notices: ['提醒'] }
  keepSite(store, siteKey(), join(root, 'site'), kept)
}
const restored = join('restored')
async function restore() {
  const { restoreSite, siteKey } = await load()
  return restoreSite(store, siteKey(), join(root, restored))
}
const contents = (folder: string) =>
  Object.fromEntries(
    filesBelow(join(root, folder)).map((file) => [
      file,
      readFileSync(join(root, folder, file), 'utf8'),
    ]),
  )

test('a site of which nothing has changed comes back whole, with what was said of it', async () => {
  await keep()
  expect(await restore()).toEqual(['提醒'])
  expect(contents(restored)).toEqual(site)
})

test.each([
  ['a word of a chapter', () => write('content/2025/edition.mdx', '2025年')],
  ['a record of an older edition', () => write('data/2024/a.json', '[1]')],
  ['a file that editions share', () => write('data/glossary.json', '[1]')],
  ['the address of the site', () => vi.stubEnv('SITE_URL', 'https://example.org')],
  ['the path it is served under', () => vi.stubEnv('BASE_PATH', '/portal/')],
  ['the key of the map service', () => vi.stubEnv('TIANDITU_KEY', 'key')],
  ['whether the PDF is made', () => vi.stubEnv('REPORT', '1')],
])('once %s has changed, the site is not taken from the store', async (_, change) => {
  await keep()
  change()
  expect(await restore()).toBeUndefined()
})

test('an older edition comes back on its own, its pictures and the fonts of its pages with it', async () => {
  await keep()
  write('content/2025/edition.mdx', '2025年')
  const { keptEdition, writePart } = await load()
  const part = keptEdition(store, 2024, editions)
  if (part) writePart(part, join(root, restored))
  const { 'index.html': _, '2025/index.html': __, 'type/700-bbbbbbbbbb.woff2': ___, ...own } = site
  expect(contents(restored)).toEqual(own)
})

test('an edition of which anything has changed does not come back', async () => {
  await keep()
  const { keptEdition } = await load()
  expect(keptEdition(store, 2024, editions)).toBeDefined()
  const others = [listed(2024, ''), listed(2025, '', 'reading/')]
  expect(
    keptEdition(store, 2024, others),
    'it has links to pages of other editions',
  ).toBeUndefined()
  const earlier = [{ year: 2023, indicators: [] }]
  const compared = editions.map((each) => ({ ...each, edition: { earlier } }))
  expect(keptEdition(store, 2024, compared), 'it shows earlier numbers').toBeUndefined()
  write('content/2024/edition.mdx', '改过')
  expect(keptEdition(store, 2024, editions)).toBeUndefined()
})

test('a site of which one part is damaged is not taken from the store', async () => {
  await keep()
  for (const file of readdirSync(join(root, 'store'), { recursive: true, encoding: 'utf8' })) {
    if (!/edition-/.test(file)) continue
    cpSync(join(root, 'data/glossary.json'), join(root, 'store', file))
  }
  expect(await restore()).toBeUndefined()
})
