import { expect, test } from 'vitest'
import { rankPages } from '../../src/search/browser/rank.ts'
import type { SearchPage } from '../../src/search/page.ts'

const page = (fields: Partial<SearchPage>): SearchPage => ({
  url: '/',
  title: '',
  kind: 'page',
  groupTitle: '',
  order: 0,
  sections: [],
  text: '',
  ...fields,
})
const heading = (title: string) => [{ id: '', title, at: 0, role: 'heading' as const }]

const words: Record<string, string[]> = { word: ['三张清单'] }
const ranked = (pages: SearchPage[], ...parts: string[]) => {
  const own = new Map(pages.map((one) => [one, words[one.url] ?? []]))
  return rankPages(pages, parts, own).map(({ url }) => url)
}

test('title, heading, indicator or term, then the body, however often the body says it', () => {
  const text = '三张清单'
  const pages = [
    page({ url: 'body', text: '清单'.repeat(500) }),
    page({ url: 'word', text }),
    page({ url: 'heading', sections: heading('两张清单'), text }),
    page({ url: 'title', title: '三张清单', text }),
  ]
  expect(ranked(pages, '清单')).toEqual(['title', 'heading', 'word', 'body'])
})

test('a page that is called what is asked stands before all others, its punctuation not counted', () => {
  const pages = [
    page({ url: 'longer', title: '示例协商会与示例协商会', text: '“示例协商会”' }),
    page({ url: 'called', title: '“示例协商会”', order: 9, text: '示例协商会' }),
    page({ url: 'figure', kind: 'figure', title: '图甲 场数', text: '图甲 场数 示例协商会' }),
  ]
  expect(ranked(pages, '示例协商会')[0]).toBe('called')
  expect(ranked([...pages].reverse(), '图甲', '场数')[0]).toBe('figure')
})

test('a name that is asked in full stands before one asked in part', () => {
  const pages = [
    page({ url: 'part', sections: heading('办理清单与结果'), text: '清单' }),
    page({ url: 'full', sections: heading('清单'), order: 9, text: '清单' }),
  ]
  expect(ranked(pages, '清单')).toEqual(['full', 'part'])
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

test('pages that answer alike stand in the order of the site', () => {
  const pages = [
    page({ url: 'second', title: '甲', order: 2, text: '甲' }),
    page({ url: 'first', title: '甲', order: 1, text: '甲' }),
  ]
  expect(ranked(pages, '甲')).toEqual(['first', 'second'])
})

test('the page of a figure stands behind the chapter that shows the figure', () => {
  const pages = [
    page({ url: 'figure', kind: 'figure', title: '图甲 三张清单', order: 3.1, text: '三张清单' }),
    page({ url: 'chapter', sections: heading('三张清单'), order: 3, text: '三张清单' }),
  ]
  expect(ranked(pages, '清单')).toEqual(['chapter', 'figure'])
})
