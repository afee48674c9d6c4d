import { expect, test } from 'vitest'
import { parsePage } from '../../src/builtPage.ts'
import { answerQuery } from '../../src/search/browser/answer.ts'
import { openText } from '../../src/search/browser/openText.ts'
import { type AnswerRecords, editionText } from '../../src/search/build/editionText.ts'
import { type ReadPage, readPage } from '../../src/search/build/readPage.ts'

const html = (kind: string, order: number, title: string, main: string) =>
  `<!doctype html><html><body><main id="main" data-search-kind="${kind}" data-search-order="${order}"><h1>${title}</h1>\n${main}</main></body></html>`
const read = (file: string, text: string): ReadPage => readPage(parsePage(file, text)) as ReadPage
const towns = ['示例长水镇', '松风镇', '荷月街道']

const pages = [
  read(
    '2099/one/index.html',
    html(
      'chapter',
      1,
      '示例协商会',
      '<h2 id="heading">闭环办理</h2>\n<p>检查户数下降<data data-indicator="one.decline" value="55.8">55.8%</data>，<button>提案</button>办得好。</p>\n' +
        '<h2 id="say">有话怎么说</h2>\n<p>云松公司董事长甘棠来过。</p><div popover id="def-term-proposal">提案的释义</div>',
    ),
  ),
  read(
    '2099/map/index.html',
    html(
      'map',
      20,
      '联系点地图',
      `<ul>${towns.map((name) => `<li><b data-name>${name}</b> 位置待登记</li>`).join('\n')}</ul>`,
    ),
  ),
  read(
    '2099/data/index.html',
    html('data', 22, '数据', '<h2>指标</h2>\n<p>示例户数降幅 55.8%</p>'),
  ),
]
const records = {
  timeline: [],
  sources: [],
  glossary: [
    { id: 'proposal', term: '提案', definition: '书面的意见。' },
    { id: 'unused', term: '没有用到', definition: '不在任何一页。' },
  ],
  indicators: [
    {
      id: 'one.decline',
      label: '示例户数降幅',
      definition: '降了多少。',
      value: 55.8,
      unit: '%',
      qualifier: { bound: 'exact', verb: null, scope: null, numerals: 'arabic' },
      period: null,
      status: 'reported',
      source: { document: 'article', section: '第一部分', paragraph: 1, phrase: '下降55.8%' },
      caveat: null,
    },
  ],
  'everyday-words': [{ asked: ['投诉', '提意见'], means: '有话怎么说' }],
  publisher: {},
} satisfies AnswerRecords
const phrases = { whole: [], guarded: ['云松公司董事长', '甘棠'] }
const edition = openText(editionText(pages, phrases, records, []), '/sub/')
const ask = (query: string) => answerQuery(edition, query)
const urls = (query: string) => ask(query).pages.map(({ url }) => url)

test('addresses stand below the site’s own', () => {
  expect(edition.pages.map(({ url }) => url)).toEqual([
    '/sub/2099/one/',
    '/sub/2099/map/',
    '/sub/2099/data/',
  ])
})

test('exactly the pages that contain every part are found, whatever their width, case or form of character', () => {
  expect(urls('５５．８％')).toEqual(['/sub/2099/one/', '/sub/2099/data/'])
  expect(ask('聯繫點地圖')).toMatchObject({ kind: 'exact', parts: ['联系点地图'] })
  expect(urls('办理 提案')).toEqual(['/sub/2099/one/'])
  expect(ask('办得坏').kind).toBe('none')
})

test('readings and traditional forms come back as they were packed', () => {
  expect(edition.table).toMatchObject({ 长: ['chang', 'zhang'], 案: ['an'] })
})

test.each([
  ['shilichangshuizhen', '示例长水镇'],
  ['slzsz', '示例长水镇'],
  ['hushujiangfu', '示例户数降幅：55.8%'],
  ['tian', '提案'],
])('%s finds %s by its sound', (query, name) => {
  expect(ask(query)).toMatchObject({ kind: 'sound', pages: [] })
  expect(ask(query).entries.map(({ entry }) => entry.name)).toContain(name)
})

test('a figure is answered whole, and never for a part of its number', () => {
  expect(ask('55.8%').figures).toMatchObject([
    {
      wording: '55.8%',
      definition: '降了多少。',
      period: '期间未公布',
      page: 0,
      section: 'heading',
    },
  ])
  expect(ask('5.8%').figures).toEqual([])
  expect(ask('户数 降幅').figures).toHaveLength(1)
  expect(ask('户数').figures).toEqual([])
  expect(ask('提案').term?.definition).toBe('书面的意见。')
})

test('an everyday word is answered by the site’s own, and beside what contains it', () => {
  expect(ask('我要投诉')).toMatchObject({ kind: 'everyday', parts: ['有话怎么说'] })
  expect(urls('我要投诉')).toEqual(['/sub/2099/one/'])
})

test('a query that no page has whole is cut where a page has all pieces, never inside a number', () => {
  expect(ask('检查下降')).toMatchObject({ kind: 'split', parts: ['检查', '下降'] })
  expect(ask('提案下降55.8%')).toMatchObject({ kind: 'split', parts: ['提案', '下降55.8%'] })
  expect(ask('提案下降55.9%').kind).toBe('none')
  expect(ask('检查怎样').kind).toBe('none')
  expect(ask('“检查下降”').kind).toBe('none')
})

test('a slip in the name of a place or a company is met with what is nearest, one in the name of a person or an office is not', () => {
  expect(ask('松枫镇')).toMatchObject({ kind: 'near', parts: ['松风镇'] })
  expect(ask('云宋公司')).toMatchObject({ kind: 'near', parts: ['云松公司'] })
  for (const query of ['甘堂', '云松公司董事常', '公司董事常']) expect(ask(query).kind).toBe('none')
})

test('nothing asked, nothing found', () => {
  expect(ask(' 　')).toMatchObject({ kind: 'none', pages: [], figures: [], entries: [] })
})
