import { once } from 'node:events'
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parsePage } from '../../src/builtPage.ts'
import { fold } from '../../src/reading/fold.ts'
import { type Find, findAll, openIndexes } from '../../src/search/engine.ts'
import { buildSearchIndex, placePages } from '../../src/search/index.ts'
import type { InstantIndex } from '../../src/search/instantIndex.ts'
import type { SearchPage } from '../../src/search/page.ts'
import { parseQuery } from '../../src/search/query.ts'
import { readPage } from '../../src/search/readPage.ts'

const html = (title: string, main: string, { robots = '', attributes = '' } = {}) =>
  `<!doctype html><html lang="zh-CN"><head><meta name="robots" content="${robots}"></head>` +
  `<body><main ${attributes}><h1>${title}</h1>\n${main}</main></body></html>`

const files = {
  'index.html': html('示例年鉴', '<p>只在首页的话</p>'),
  '404.html': html('没有', '<p>找不到</p>'),
  '2025/index.html': html('示例年鉴', '<p>五项举措：办了12场会，推动80余个问题。</p>'),
  '2025/one/index.html': html(
    '<span>示例</span>协商会',
    '<h2>闭环“提、办、评、改”</h2>\n<p>办了12场会，下降55.8%；０余、Plot，<b>单日</b>最高达10万人次……</p>\n' +
      '<details><summary>看数据</summary>\n<table><tr><td>甲</td>\n<td>乙𠮷</td></tr></table></details>\n' +
      '<p popover>释义一条</p>',
    { attributes: 'data-search-kind="chapter" data-search-group="one" data-search-order="1"' },
  ),
  '2025/charts/sessions/index.html': html('图：12场会', '<p>每格一场会，提办。</p>', {
    attributes: 'data-search-kind="figure" data-search-group="one" data-search-order="1"',
  }),
  '2025/long/index.html': html('长句', '<p>很长的句子从头说到尾，很长的句子。</p>'),
  '2025/charts/sessions/embed/index.html': html('图', '<p>只在嵌入页的话</p>'),
  '2024/two/index.html': html('旧版协商会', '<p>往年的事，提办。</p>'),
  '2025/data/index.html': html('数据', '<p>5.8% 与 35.8%，"引号"、\'单引号\'、\\ 与 ^~!?</p>'),
  'search/index.html': html('检索', '<p>只在检索页的话</p>', { robots: 'noindex' }),
}

const dist = mkdtempSync(join(tmpdir(), 'search-'))
/** What the host answers instead of a file, by path; nothing where there is none. */
const instead = new Map<string, Buffer | undefined>()
const server = createServer((request, response) => {
  const path = new URL(request.url ?? '/', 'http://x').pathname
  try {
    if (instead.has(path) && !instead.get(path)) throw new Error(path)
    response.end(instead.get(path) ?? readFileSync(join(dist, path)))
  } catch {
    response.writeHead(404).end()
  }
})
let base = ''
let find: Find
let archive: Find
let pages: SearchPage[]

beforeAll(async () => {
  const read = Object.entries(files).flatMap(
    ([file, content]) => readPage(parsePage(file, content)) ?? [],
  )
  const options = { wholePhrases: ['甲乙'], guarded: ['提、办、评、改'] }
  await buildSearchIndex(read, dist, options)
  pages = placePages(read, options).map(({ page }) => page)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const indexes = openIndexes(base)
  find = indexes.current
  archive = indexes.archive
})

afterAll(() => {
  server.close()
  rmSync(dist, { recursive: true })
})

const path = (page: SearchPage) => page.url.replace(base, '/')
const queryParts = (query: string) => parseQuery(query, (text) => text).alternatives[0] ?? []

async function readAll(query: string, from = find): Promise<SearchPage[]> {
  return Promise.all((await findAll(from, queryParts(query))).map((candidate) => candidate.read()))
}
const urls = async (query: string, from = find) => (await readAll(query, from)).map(path)

const truth = (query: string) =>
  pages
    .filter((page) => !page.url.startsWith('/2024/'))
    .filter((page) => queryParts(query).every((part) => fold(page.text).includes(part)))
    .map((page) => page.url)

test('pages that are noindex, repeated or bare are not found', async () => {
  expect(pages.map((page) => page.url)).toEqual([
    '/2024/two/',
    '/2025/',
    '/2025/charts/sessions/',
    '/2025/data/',
    '/2025/long/',
    '/2025/one/',
  ])
  expect(await urls('只在')).toEqual([])
})

test('a page comes back as it was stored, with the title of the page that leads its group', async () => {
  const [page] = await readAll('提办')
  const figure = pages.find((one) => one.kind === 'figure')
  expect(page).toEqual({ ...figure, url: `${base}2025/charts/sessions/` })
  expect(page?.groupTitle).toBe('示例协商会')
  expect(pages.find((one) => one.kind === 'chapter')).toMatchObject({
    sections: [{ id: '', title: '闭环“提、办、评、改”', role: 'heading', at: 6 }],
    wholePhrases: ['提、办、评、改'],
    guarded: ['提、办、评、改'],
  })
})

test('earlier editions have an index of their own', async () => {
  expect(await urls('提办')).toEqual(['/2025/charts/sessions/'])
  expect(await urls('提办', archive)).toEqual(['/2024/two/'])
  const instant: InstantIndex = JSON.parse(readFileSync(join(dist, 'search/instant.json'), 'utf8'))
  expect(instant.archive).toBe(true)
  expect(instant.pages.map(({ url }) => url)).not.toContain('/2024/two/')
})

test('none of Pagefind’s program is published, only its index', () => {
  const kinds = globSync('**/*.*', { cwd: join(dist, 'pagefind') }).map((file) => extname(file))
  expect([...new Set(kinds)].sort()).toEqual(['.json', '.pf_fragment', '.pf_index', '.pf_meta'])
})

test('an id of the instant index is the id of the page in the full text', async () => {
  const instant: InstantIndex = JSON.parse(readFileSync(join(dist, 'search/instant.json'), 'utf8'))
  const [candidate] = await find('𠮷')
  expect(instant.pages.find(({ record }) => record === candidate?.id)?.url).toBe('/2025/one/')
})

test.each([
  ['5.8%', ['/2025/data/', '/2025/one/']],
  ['55.8％', ['/2025/one/']],
  ['0余', ['/2025/', '/2025/one/']],
  ['提、办', ['/2025/one/']],
  ['提办', ['/2025/charts/sessions/']],
  ['，', ['/2025/', '/2025/charts/sessions/', '/2025/data/', '/2025/long/', '/2025/one/']],
  ['很长的句子从头说到尾', ['/2025/long/']],
  ['很长的句子从头说到头', []],
  ['会', ['/2025/', '/2025/charts/sessions/', '/2025/one/']],
  ['题示', []],
  ['……', ['/2025/one/']],
  ['"引', ['/2025/data/']],
  ['"', ['/2025/data/']],
  ['\\', ['/2025/data/']],
  ['^~!?', ['/2025/data/']],
  ['ＰＬＯＴ', ['/2025/one/']],
  ['单日最高', ['/2025/one/']],
  ['𠮷', ['/2025/one/']],
  ['甲乙', []],
  ['80多', []],
  ['释义', []],
  ['12场会 甲', ['/2025/one/']],
  ['　场会　 图 ', ['/2025/charts/sessions/']],
])('%s finds exactly the pages that contain it', async (query, expected) => {
  expect((await urls(query)).sort()).toEqual(expected)
})

test('any piece of any page finds exactly the pages that contain it', async () => {
  const piece = fc
    .tuple(fc.constantFrom(...pages), fc.nat(), fc.integer({ min: 1, max: 6 }))
    .map(([page, at, length]) => {
      const letters = [...page.text]
      const from = at % letters.length
      return letters.slice(from, from + length).join('')
    })
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 2 }), async (pieces) => {
      const query = pieces.join(' ')
      fc.pre(queryParts(query).length > 0)
      expect((await urls(query)).sort()).toEqual(truth(query).sort())
    }),
    { numRuns: 200 },
  )
})

test('any run of characters, there or not, finds exactly the pages that contain it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }), async (query) => {
      fc.pre(queryParts(query).length > 0)
      expect((await urls(query)).sort()).toEqual(truth(query).sort())
    }),
  )
})

test('nothing asked, nothing found', async () => {
  expect(queryParts(' 　\n')).toEqual([])
  expect(await urls(' 　')).toEqual([])
})

test('an index is the same to a host that undoes its compression', async () => {
  for (const file of globSync('pagefind/**/*.pf_*', { cwd: dist })) {
    const bytes = readFileSync(join(dist, file))
    instead.set(`/${file}`, gunzipSync(bytes))
  }
  const { current } = openIndexes(base)
  expect(await urls('提办', current)).toEqual(['/2025/charts/sessions/'])
  instead.clear()
})

test.each(['entry', 'meta', 'index', 'fragment'])(
  'an index whose %s arrives as rubbish, or not at all, is an error, not an empty result',
  async (kind) => {
    for (const file of globSync(`pagefind/**/*${kind}*`, { cwd: dist, withFileTypes: true })) {
      if (!file.isFile()) continue
      const path = join(file.parentPath, file.name).slice(dist.length)
      instead.set(path, Buffer.from('x'))
    }
    await expect(readAll('很长的句子从头说到尾', openIndexes(base).current)).rejects.toThrow()
    for (const path of instead.keys()) instead.set(path, undefined)
    await expect(readAll('很长的句子从头说到尾', openIndexes(base).current)).rejects.toThrow(
      '没有载入',
    )
    instead.clear()
  },
)
