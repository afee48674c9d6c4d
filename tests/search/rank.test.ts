import { expect, test } from 'vitest'
import type { SearchPage } from '../../src/search/page.ts'
import { groupHits, score } from '../../src/search/rank.ts'

const page = (fields: Partial<SearchPage>): SearchPage => ({
  url: '/',
  title: '',
  kind: 'page',
  group: 'home',
  groupTitle: '',
  order: 0,
  headings: [],
  wholePhrases: [],
  text: '',
  ...fields,
})

const ranked = (pages: SearchPage[], ...parts: string[]) =>
  pages
    .map((one) => ({ url: one.url, score: score(one, parts) }))
    .sort((a, b) => b.score - a.score)
    .map((one) => one.url)

test('a title outranks a heading, a heading the body, however often the body says it', () => {
  const pages = [
    page({ url: 'body', text: '清单'.repeat(500) }),
    page({ url: 'heading', headings: ['两张清单'], text: '两张清单' }),
    page({ url: 'title', title: '三张清单', text: '三张清单' }),
  ]
  expect(ranked(pages, '清单')).toEqual(['title', 'heading', 'body'])
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

test('figure pages follow the page that leads their group; groups stand by their best hit, then in order', () => {
  const hit = (
    url: string,
    group: string,
    kind: SearchPage['kind'],
    points: number,
    order = 0,
  ) => ({
    page: page({ url, group, kind, order, groupTitle: `${group}章` }),
    score: points,
  })
  const groups = groupHits([
    hit('/b/', 'b', 'chapter', 5, 2),
    hit('/f1/', 'a', 'figure', 4, 1),
    hit('/a/', 'a', 'chapter', 1, 1),
    hit('/f2/', 'a', 'figure', 9, 1),
    hit('/d/', 'd', 'chapter', 5, 1),
  ])
  expect(groups.map((group) => group.hits.map((one) => one.page.url))).toEqual([
    ['/a/', '/f2/', '/f1/'],
    ['/d/'],
    ['/b/'],
  ])
  expect(groups[0]?.title).toBe('a章')
})
