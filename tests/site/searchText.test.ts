import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { pinyin } from 'pinyin-pro'
import { expect, test } from 'vitest'
import { fold } from '../../src/reading/fold.ts'
import { answerQuery } from '../../src/search/browser/answer.ts'
import { excerpt } from '../../src/search/browser/excerpt.ts'
import { openText } from '../../src/search/browser/openText.ts'
import sample from '../fixtures/search/sample.json' with { type: 'json' }
import { dist } from './builtPages.ts'

const edition = openText(JSON.parse(readFileSync(`${dist}search/text.json`, 'utf8')), '/')
const { pages, figures, entries } = edition
const ask = (query: string) => answerQuery(edition, query)
const urls = (query: string) => ask(query).pages.map(({ url }) => url)
const containing = (query: string) =>
  pages.filter(({ text }) =>
    fold(query)
      .split(' ')
      .every((part) => fold(text).includes(part)),
  )

test('1,000 pieces drawn from the pages find exactly the pages that contain them', () => {
  const seed = Number(process.env.SEED ?? Date.now())
  const piece = fc
    .tuple(fc.constantFrom(...pages), fc.nat(), fc.integer({ min: 2, max: 9 }))
    .map(([{ text }, at, length]) =>
      text
        .slice(at % text.length)
        .slice(0, length)
        .trim(),
    )
    .filter((text) => text.length > 1 && !/^["“].*["”]$/.test(text))
  for (const query of fc.sample(piece, { seed, numRuns: 1000 })) {
    const expected = containing(query.replace(/\s+/g, ' ')).map(({ url }) => url)
    expect(urls(query).toSorted(), `“${query}”，SEED=${seed}`).toEqual(expected.toSorted())
  }
})

test.each(sample.queries)(
  '$q is answered as expected, among the first five',
  ({ q, expect: slugs }) => {
    const answer = ask(q)
    const found = [...answer.pages, ...answer.entries.map(({ entry }) => entry.page)]
    const first = [...new Set(found.map(({ url }) => url))].slice(0, 5)
    if (slugs.length === 0) expect(first).toEqual([])
    expect(slugs.filter((slug) => !first.includes(`/2025/${slug}/`))).toEqual([])
  },
)

test('a title or an indicator that is typed whole is answered first by its own page', () => {
  for (const page of pages) expect(ask(page.title).pages[0]?.url).toBe(page.url)
  for (const { label, wording, page, dataPage } of figures) {
    const own = pages[page ?? dataPage ?? -1]
    const says = (query: string) =>
      own && fold(own.text).includes(fold(query)) ? own : pages[dataPage ?? -1]
    expect(ask(label).pages[0]?.url, label).toBe(says(label)?.url)
    // Several figures may be worded alike.
    const alike = figures
      .filter((one) => one.wording === wording)
      .map((one) => pages[one.page ?? one.dataPage ?? -1])
    expect(
      alike.map((one) => one?.url),
      wording,
    ).toContain(ask(wording).pages[0]?.url)
  }
})

test('every title, indicator and town is found by its pinyin and by its initials', () => {
  const spell = (name: string, pattern: 'pinyin' | 'first') =>
    pinyin(name, { toneType: 'none', v: true, nonZh: 'removed', type: 'array', pattern }).join('')
  const names = [
    ...pages.map(({ title }) => title),
    ...figures.map(({ label }) => label),
    ...entries.filter(({ role }) => role === 'place').map(({ name }) => name),
  ]
  expect(names.length).toBeGreaterThan(40)
  const missing = names.flatMap((name) =>
    (['pinyin', 'first'] as const)
      .map((pattern) => spell(name, pattern))
      .filter((query) => !ask(query).entries.some(({ entry }) => entry.name.includes(name)))
      .map((query) => `${query} ${name}`),
  )
  expect(missing).toEqual([])
})

test.each([
  ['提案满意度', 'split', '/2025/proposals/'],
  ['检查下降', 'split', '/2025/supervision/'],
  ['怎么提意见', 'everyday', '/2025/public-opinion/'],
  ['加西贝啦', 'near', '/2025/consultation/'],
  ['风桥镇', 'near', '/2025/map/'],
])('%s is answered %s by %s', (query, kind, url) => {
  expect(ask(query)).toMatchObject({ kind })
  expect(urls(query)[0]).toBe(url)
})

/** A number that no page says, whatever the numbers of the edition are corrected to. */
const absentNumber = (unit: string) =>
  Array.from({ length: 90 }, (_, index) => `${index + 10}${unit}`).find(
    (query) => containing(query).length === 0,
  ) as string

test.each([
  '徐耀发',
  '盛静宜',
  '区委书机',
  '董事常',
  '党委副书纪',
  '闭环七步发',
  '四大公坚',
  absentNumber('.9%'),
  absentNumber('余个'),
])('%s is met with no guess', (query) => {
  expect(ask(query)).toMatchObject({ kind: 'none', pages: [], entries: [] })
})

test('no excerpt quotes a row of codes', () => {
  for (const query of ['街道', '无', '镇', '未公布']) {
    for (const page of ask(query).pages) {
      const said = excerpt(page, [query], edition.whole)
        .map(({ text }) => text)
        .join('')
      expect(said, query).not.toMatch(/\d{6}|\d\.\d{4}/)
    }
  }
})
