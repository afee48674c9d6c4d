import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { filesBelow } from '../../src/publish/siteFiles.ts'
import { projectRoot } from '../../src/roots.ts'
import { addNewEdition } from '../addNewEdition.ts'
import { contentAt } from '../contentFolder.ts'
import { completeRoot } from '../fixtures/completeEdition.ts'
import { shellEnvironment } from '../shellEnvironment.ts'
import { writeNewEdition } from '../writeNewEdition.ts'

const folder = mkdtempSync(join(tmpdir(), 'editions-'))
const content = join(folder, 'content-root')
const edit = (file: string, change: (text: string) => string) => {
  const path = join(content, file)
  writeFileSync(path, change(readFileSync(path, 'utf8')))
}
let first: Map<string, Buffer>
beforeAll(() => {
  cpSync(completeRoot, content, { recursive: true })
  for (const kind of ['content', 'data'])
    cpSync(join(content, kind, '2099'), join(content, kind, '2101'), { recursive: true })
  // A chapter that the previous year did not have.
  writeFileSync(
    join(content, 'content/2099/reading.mdx'),
    readFileSync(join(content, 'content/2099/outlook.mdx'), 'utf8')
      .replace(/order: \d+/, 'order: 7')
      .replaceAll(/<Figure.*/g, ''),
  )
  // A draft that is not finished.
  edit('data/2101/edition.json', (text) => text.replace('published', 'draft'))
  edit('content/2101/learning.mdx', (text) => `${text}\n共办理58件。\n`)
  first = build()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs a command on the editions, with the project's store or another; returns what it prints. */
const run = (command: string[], store: Record<string, string> = {}): string =>
  execFileSync(process.execPath, command, {
    cwd: projectRoot,
    env: shellEnvironment({
      CONTENT_ROOT: content,
      ...store,
      SITE_URL: 'https://example.org',
    }),
    encoding: 'utf8',
  })
const filesOf = (site: string) =>
  new Map(filesBelow(site).map((file) => [file, readFileSync(join(site, file))]))

/** Builds all editions; returns every file of the site. */
function build(store: Record<string, string> = {}): Map<string, Buffer> {
  const site = join(folder, 'site')
  run(['src/tools/build.ts', '--dist', site], store)
  return filesOf(site)
}
const changed = (before: Map<string, Buffer>, after: Map<string, Buffer>) =>
  [...after].filter(([file, bytes]) => !before.get(file)?.equals(bytes)).map(([file]) => file)

test('a draft is nowhere in a site, and its mistakes keep nobody waiting', () => {
  expect(first.has('2099/learning/index.html')).toBe(true)
  const isText = /\.(?:html|xml|json|csv|txt|geojson|webmanifest)$/
  for (const [file, bytes] of first) {
    expect(file).not.toContain('2101')
    if (isText.test(file)) expect(bytes.toString(), file).not.toMatch(/\/2101|2101年/)
  }
  expect(first.get('index.html')?.toString()).toContain('2099年版')
})

const linksOf = (site: Map<string, Buffer>, file: string) =>
  [...(site.get(file)?.toString() ?? '').matchAll(/<p class="editions"[^>]*>(.*?)<\/p>/gs)]
    .flatMap(([, links = '']) => [...links.matchAll(/href="([^"]*)"/g)])
    .map(([, href]) => href)

test('each page leads to itself in the other years, or to their covers, and to the list of all', () => {
  expect(linksOf(first, '2098/learning/index.html')).toEqual(['/2099/learning/', '/editions/'])
  expect(linksOf(first, '2099/charts/loop/index.html')).toEqual([
    '/2098/charts/loop/',
    '/editions/',
  ])
  expect(linksOf(first, '2099/reading/index.html')).toEqual(['/2098/', '/editions/'])
  expect(linksOf(first, 'about/index.html')).toEqual(['/2098/', '/editions/'])
  expect(first.get('2098/index.html')?.toString()).not.toContain('/2098/reading/')
})

test('the list of editions has each with its title and lede, and is found like any page', () => {
  const page = first.get('editions/index.html')?.toString() ?? ''
  expect([...page.matchAll(/<h2 id="edition-(\d+)"/g)].map(([, year]) => year)).toEqual([
    '2099',
    '2098',
  ])
  expect(page).toContain('示例区示例标题 只供查看页面')
  expect(page).toContain('这一页全部是示例数据')
  expect(page).toContain('content="https://example.org/share/editions.png"')
  expect(first.has('share/editions.png')).toBe(true)
  expect(first.get('sitemap-0.xml')?.toString()).toContain('https://example.org/editions/')
  expect(first.get('search/index.html')?.toString()).toContain('href="/editions/"')
  expect(first.get('2098/learning/index.html')?.toString()).toContain('>各版</a>')
})

test('a build that takes the older edition from the store is byte for byte what a build from nothing is', () => {
  edit('content/2099/learning.mdx', (text) => `${text}\n这是后来加上的话。\n`)

  const again = build()
  expect(again.get('2099/learning/index.html')?.toString()).toContain('这是后来加上的话')
  expect(changed(first, again).filter((file) => file.startsWith('2098/'))).toEqual([])

  const fresh = build({ BUILD_STORE: join(folder, 'empty') })
  expect([...again.keys()]).toEqual([...fresh.keys()])
  expect(changed(fresh, again)).toEqual([])
})

test('a new edition that has its words, one session and one number is built, and shown first', () => {
  const before = build()
  addNewEdition(contentAt(content), 2100)
  writeNewEdition(contentAt(content), 2100)
  const site = build()
  const page = (path: string) => site.get(path)?.toString()
  expect(page('index.html')).toContain('2100年版')
  expect(page('2100/data/sessions.csv')).toContain('2100-03-04')
  expect(page('2099/index.html')).toContain('2099年版')

  // Of the years before nothing but the way to the other years is another.
  const isOlder = (file: string) => /^209\d\//.test(file)
  expect([...site.keys()].filter(isOlder)).toEqual([...before.keys()].filter(isOlder))
  const frozen = (bytes: Buffer | undefined) =>
    bytes?.toString('latin1').replace(/<p class="editions".*?<\/p>/s, '')
  const moved = changed(before, site).filter(
    (file) =>
      isOlder(file) &&
      !/\.(?:br|gz)$/.test(file) &&
      frozen(before.get(file)) !== frozen(site.get(file)),
  )
  expect(moved).toEqual([])
})

test('editions built apart and assembled are byte for byte what building all at once makes', () => {
  // The newest alone says it: an older edition, built apart, is not asked for it.
  const everyday = [{ asked: ['新加'], means: '这是后来加上的话' }]
  writeFileSync(join(content, 'data/everyday-words.json'), JSON.stringify(everyday))
  const atOnce = build()
  const [parts, site] = [join(folder, 'parts'), join(folder, 'assembled')]
  const store = (name: string) => ({ BUILD_STORE: join(folder, name) })
  run(['src/tools/buildEdition.ts', '2098', '--to', parts], store('one machine'))
  const told = run(['src/tools/assemble.ts', parts, '--dist', site], store('another'))
  expect(told).toContain('取用已生成的：2098年版')
  expect(told).toContain('在这里生成的：2099年版')
  const assembled = filesOf(site)
  expect([...assembled.keys()]).toEqual([...atOnce.keys()])
  expect(changed(atOnce, assembled)).toEqual([])
})
