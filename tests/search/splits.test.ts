import { expect, test } from 'vitest'
import { splits } from '../../src/search/browser/splits.ts'
import type { SearchPage } from '../../src/search/page.ts'

const page = (text: string): SearchPage => ({
  url: '/1/',
  title: '示例',
  kind: 'page',
  groupTitle: '',
  order: 0,
  sections: [],
  text,
})
const ways = (query: string, ...texts: string[]) => splits([query], texts.map(page))

test('a run that a page has in pieces is cut where the pieces stand closest together', () => {
  expect(ways('检查下降', '检查的户数下降。', '检查之后，过了很久才下降。')).toEqual([
    ['检查', '下降'],
  ])
})

test('a number is cut neither from its digits nor from its qualifier or unit', () => {
  expect(ways('提案1234号', '提案12件，34号。')).toEqual([])
  expect(ways('办理80余个问题', '办理80件，余个问题')).toEqual([])
  expect(ways('增长55.8%问题', '增长55.，8%问题')).toEqual([])
  expect(ways('编号Ⅷ甲问题', '编号Ⅷ，甲问题')).toEqual([])
})
