import { brotliCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { parsePage } from '../../src/builtPage.ts'
import { type AnswerRecords, buildInstantIndex } from '../../src/search/buildInstantIndex.ts'
import { answers, namedPages, openInstant, soundingEntries } from '../../src/search/instant.ts'
import { type ReadPage, readPage } from '../../src/search/readPage.ts'

const html = (kind: string, order: number, title: string, main: string) =>
  `<!doctype html><html><body><main id="main" data-search-kind="${kind}" data-search-order="${order}"><h1>${title}</h1>\n${main}</main></body></html>`

const read = (file: string, text: string): ReadPage => readPage(parsePage(file, text)) as ReadPage

const point = (index: number, name: string) =>
  `<li id="lp-${index}" data-point="lp-${index}"><span data-name>${name}</span> 地址未公布</li>`
const letters = [...'云山水石竹松梅兰柳荷枫桐星月晨霞']
const pointNames = Array.from(
  { length: 112 },
  (_, index) =>
    `${letters[index % 16]}${letters[(index * 7 + 3) % 16]}${index % 3 ? '社区' : '村'}`,
)

const pages = [
  read(
    '2099/one/index.html',
    html(
      'chapter',
      1,
      '示例协商会',
      '<h2 id="heading">闭环办理</h2>\n<p>下降<data data-indicator="one.decline" value="55.8">55.8%</data>，<button>提案</button>办得好。</p>' +
        '<div popover id="def-term-proposal">提案的释义</div>',
    ),
  ),
  read(
    '2099/map/index.html',
    html(
      'map',
      20,
      '联系点地图',
      `<ul><li data-town="990000001"><b data-name>示例长水镇</b><ul>${pointNames.map((name, index) => point(index, name)).join('\n')}</ul></li></ul>` +
        '<ul><li data-point="lp-999">lp-999</li></ul>',
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
  publisher: {},
} satisfies AnswerRecords
const index = buildInstantIndex(pages, records, ({ url }) => `record ${url}`, false)
const instant = openInstant(index)
const named = (...parts: string[]) => namedPages(instant, parts).map(({ url }) => url)
const sounding = (query: string) =>
  soundingEntries(instant, query).map(({ entry }) => [entry.name, entry.section])

test('a page is known by its title, headings, indicators, terms and places, in that order', () => {
  expect(named('协商')).toEqual(['/2099/one/'])
  expect(named('闭环', '提案')).toEqual(['/2099/one/'])
  expect(named('55.8%')).toEqual(['/2099/one/'])
  expect(named('长水')).toEqual(['/2099/map/'])
  expect(named('办得好')).toEqual([])
})

test('what a page is known by is in its text, so that nothing named is taken back later', () => {
  for (const page of index.pages) {
    const text = pages.find((one) => one.page.url === page.url)?.page.text ?? ''
    const place = index.pages.indexOf(page)
    for (const name of [
      page.title,
      ...page.sections.map(({ title }) => title),
      ...index.figures.filter((figure) => figure.page === place).map(({ wording }) => wording),
      ...index.terms.filter((term) => term.page === place).map(({ term }) => term),
    ]) {
      expect(text).toContain(name)
    }
  }
})

test('every named point of a roster is found by name and by sound, a slot without a name is no result', () => {
  for (const [at, name] of pointNames.entries()) {
    expect(named(name)).toEqual(['/2099/map/'])
    if (pointNames.indexOf(name) !== at) continue
    expect(instant.entries.find((entry) => entry.name === name)?.section).toBe(`lp-${at}`)
  }
  expect(sounding('shilichangshuizhen')).toEqual([['示例长水镇', '']])
  expect(sounding('slzsz')).toEqual([['示例长水镇', '']])
  expect(instant.entries.some(({ name }) => name.includes('lp-999'))).toBe(false)
})

test('an indicator is found by the sound of its label and of its words', () => {
  expect(sounding('hushujiangfu')).toEqual([['示例户数降幅：55.8%', 'heading']])
  expect(sounding('hsxf')).toEqual([['示例户数降幅：55.8%', 'heading']])
  expect(sounding('，。')).toEqual([])
  expect(sounding('协商')).toEqual([])
})

test('a figure is answered whole, and never for a part of its number', () => {
  expect(answers(instant, ['55.8%']).figures).toMatchObject([
    { wording: '55.8%', definition: '降了多少。', period: '期间未公布', page: 0 },
  ])
  expect(answers(instant, ['5.8%']).figures).toEqual([])
  expect(answers(instant, ['55']).figures).toEqual([])
  expect(answers(instant, ['户数', '降幅']).figures).toHaveLength(1)
  expect(answers(instant, ['户数']).figures).toEqual([])
  expect(answers(instant, ['提案']).term?.definition).toBe('书面的意见。')
  expect(answers(instant, ['没有用到']).term).toBeUndefined()
})

test('readings and traditional forms come back as they were packed', () => {
  expect(instant.table).toMatchObject({ 长: ['chang', 'zhang'], 案: ['an'] })
  expect(instant.simplify('聯繫點地圖')).toBe('联系点地图')
})

test('112 points with names of their own cost little', () => {
  const without = buildInstantIndex([pages[0] as ReadPage], records, () => '', false)
  const size = (value: unknown) => brotliCompressSync(JSON.stringify(value)).length
  expect(size(index) - size(without)).toBeLessThan(2500)
})
