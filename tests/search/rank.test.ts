import { expect, test } from 'vitest'
import type { SearchPage } from '../../src/search/page.ts'
import { nameScore, rankPages, type Words } from '../../src/search/rank.ts'

const page = (fields: Partial<SearchPage>): SearchPage => ({
  url: '/',
  title: '',
  kind: 'page',
  group: 'home',
  groupTitle: '',
  order: 0,
  sections: [],
  wholePhrases: [],
  guarded: [],
  text: '',
  ...fields,
})
const heading = (title: string) => [{ id: '', title, at: 0, role: 'heading' as const }]

const words: Record<string, Words> = {
  indicator: { indicators: ['三张清单'], terms: [] },
  term: { indicators: [], terms: ['清单'] },
}
const ranked = (pages: SearchPage[], ...parts: string[]) =>
  rankPages(pages, parts, ({ url }) => words[url]).map(({ url }) => url)

test('title, heading, indicator, term, then the body, however often the body says it', () => {
  const text = '三张清单'
  const pages = [
    page({ url: 'body', text: '清单'.repeat(500) }),
    page({ url: 'term', text }),
    page({ url: 'indicator', text }),
    page({ url: 'heading', sections: heading('两张清单'), text }),
    page({ url: 'title', title: '三张清单', text }),
  ]
  expect(ranked(pages, '清单')).toEqual(['title', 'heading', 'indicator', 'term', 'body'])
})

test('in the body, more is better, and nearer is better', () => {
  const often = [page({ url: 'once', text: '甲丙丙丙' }), page({ url: 'twice', text: '甲丙甲丙' })]
  expect(ranked(often, '甲')).toEqual(['twice', 'once'])
  const near = [
    page({ url: 'far', text: `甲${'丙'.repeat(50)}乙` }),
    page({ url: 'near', text: '丙甲乙' }),
  ]
  expect(ranked(near, '甲', '乙')).toEqual(['near', 'far'])
})

test('pages named alike stand in the order of the site, so that their texts change nothing', () => {
  const pages = [
    page({ url: 'second', title: '甲', order: 2, text: '甲甲甲' }),
    page({ url: 'first', title: '甲', order: 1, text: '甲' }),
  ]
  expect(ranked(pages, '甲')).toEqual(['first', 'second'])
})

test('the page of a figure stands with the chapter that shows the figure', () => {
  const pages = [
    page({ url: 'figure', kind: 'figure', title: '三张清单', order: 3.1, text: '三张清单' }),
    page({ url: 'chapter', sections: heading('三张清单'), order: 3, text: '三张清单' }),
  ]
  expect(ranked(pages, '清单')).toEqual(['chapter', 'figure'])
})

test('a page is named by a query only if each part is in one of its names', () => {
  const named = page({ title: '甲', sections: heading('乙') })
  expect(nameScore(named, ['甲', '乙'])).toBeGreaterThan(0)
  expect(nameScore(named, ['甲', '丙'])).toBe(0)
})
