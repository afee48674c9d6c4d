import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parsePage } from '../../src/builtPage.ts'
import { buildSearch } from '../../src/search/build/buildSearch.ts'
import { readPage } from '../../src/search/build/readPage.ts'
import type { EditionText } from '../../src/search/editionText.ts'
import type { SearchPage } from '../../src/search/page.ts'

const html = (title: string, main: string, { robots = '', attributes = '' } = {}) =>
  `<!doctype html><html lang="zh-CN"><head><meta name="robots" content="${robots}"></head>` +
  `<body><main ${attributes}><h1>${title}</h1>\n${main}</main></body></html>`
const chapter = {
  attributes: 'data-search-kind="chapter" data-search-group="one" data-search-order="1"',
}
const files = {
  'index.html': html('示例年鉴', '<p>只在首页的话</p>'),
  '404.html': html('没有', '<p>找不到</p>'),
  '2025/index.html': html('示例年鉴', '<p>五项举措。</p>'),
  '2025/one/index.html': html(
    '<span>示例</span>协商会',
    '<h2 id="loop">闭环“提、办、评、改”</h2>\n<p>办了许多场会。</p>\n' +
      '<figure id="figure-a"><p class="no">图甲</p>\n<h3>场数</h3>\n<p>图注。</p></figure>\n<p>图后的话。</p>\n' +
      '<details><summary>看数据</summary>\n<p>甲</p></details>\n<p popover>释义一条</p>',
    chapter,
  ),
  '2025/charts/a/index.html': html('图：场数', '<p>每格一场会。</p>', {
    attributes: 'data-search-kind="figure" data-search-group="one" data-search-order="1"',
  }),
  '2025/charts/a/embed/index.html': html('图', '<p>只在嵌入页的话</p>'),
  '2024/two/index.html': html('旧版协商会', '<p>往年的事。</p>'),
  'search/index.html': html('检索', '<p>只在检索页的话</p>', { robots: 'noindex' }),
}

const dist = mkdtempSync(join(tmpdir(), 'search-'))
let text: EditionText
beforeAll(async () => {
  const read = Object.entries(files).flatMap(
    ([file, content]) => readPage(parsePage(file, content)) ?? [],
  )
  await buildSearch(read, dist, { whole: ['甲乙', '许多场'], guarded: ['提、办、评、改'] })
  text = JSON.parse(readFileSync(join(dist, 'search/text.json'), 'utf8'))
})
afterAll(() => rmSync(dist, { recursive: true }))

const page = (url: string) => text.pages.find((one) => one.url === url)

test('the pages of the newest edition are there; those that are noindex, repeated or bare are not', () => {
  expect(text.pages.map(({ url }) => url)).toEqual(['/2025/', '/2025/charts/a/', '/2025/one/'])
})

test('an earlier edition has a file of its own, and the newest knows how long it is', () => {
  const earlier: SearchPage[] = JSON.parse(readFileSync(join(dist, 'search/2024.json'), 'utf8'))
  expect(earlier.map(({ url }) => url)).toEqual(['/2024/two/'])
  expect(text.earlier).toEqual([{ year: 2024, length: earlier[0]?.text.length }])
})

test('a page has the title of the page that leads its chapter, and the phrases on it', () => {
  expect(page('/2025/charts/a/')?.groupTitle).toBe('示例协商会')
  expect(text).toMatchObject({ whole: ['许多场'], guarded: ['提、办、评、改'] })
})

test('a section begins where its name stands, and goes on behind a figure in it', () => {
  const { sections = [], text: said = '' } = page('/2025/one/') ?? {}
  expect(
    sections.map(({ id, title, role, at }) => [id, title, role, said.slice(at, at + 3)]),
  ).toEqual([
    ['loop', '闭环“提、办、评、改”', 'heading', '闭环“'],
    ['figure-a', '图甲', 'figure', '图甲 '],
    ['figure-a', '场数', 'heading', '场数 '],
    ['loop', '闭环“提、办、评、改”', 'heading', ' 图后'],
  ])
  expect(said).toContain('看数据 甲')
  expect(said).not.toContain('释义')
})

test('beside it stand Pagefind’s index of all editions and its program, as Pagefind writes them', () => {
  const written = globSync('pagefind/**/*', { cwd: dist })
  expect(written).toEqual(expect.arrayContaining(['pagefind/pagefind.js']))
  expect(written.filter((file) => file.endsWith('.pf_fragment'))).toHaveLength(6)
})
