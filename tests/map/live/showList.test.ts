import { parseHTML } from 'linkedom'
import { beforeEach, expect, test } from 'vitest'
import { filterPoints } from '../../../src/map/live/filterPoints.ts'
import { readPoints } from '../../../src/map/live/listedPoint.ts'
import { type MapState, nothingAsked } from '../../../src/map/live/mapState.ts'
import { fillEntries, showList } from '../../../src/map/live/showList.ts'

let list: HTMLElement
beforeEach(() => {
  const { document } = parseHTML(`<ul>
    <li data-group data-town="1"><b data-name>甲镇</b><details><summary>点</summary><ul>
      <li data-point="a" data-kind="村" data-status="reported" data-at="120.7 30.7"><a data-name>示例一村</a><p data-details>村</p></li>
      <li data-point="b" data-kind="社区" data-status="reported"><a data-name>示例二社区</a><p data-details>社区</p></li></ul></details></li>
    <li data-group data-town="2"><b data-name>乙镇</b></li>
    <li data-group><div data-point="library"><b data-name>示例图书馆</b><p data-details>可以扫码</p></div></li>
  </ul>`)
  list = document.querySelector('ul') as unknown as HTMLElement
})

const towns = new Map([
  ['1', '甲镇'],
  ['2', '乙镇'],
])
const show = (state: Partial<MapState>) =>
  showList(list, filterPoints(readPoints(list), towns, { ...nothingAsked, ...state }), true)
const shown = () =>
  [...list.querySelectorAll<HTMLElement>('[data-group]')]
    .filter((group) => !group.hidden)
    .flatMap((group) => [
      group.dataset.town ?? '—',
      ...[...group.querySelectorAll<HTMLElement>('[data-point]')]
        .filter((point) => !point.hidden)
        .map((point) => point.dataset.point),
    ])

test('the entries are read with their words and their place', () => {
  expect(readPoints(list)[0]).toEqual({
    ...{ id: 'a', name: '示例一村', details: '村', town: '1' },
    ...{ kind: '村', status: 'reported', at: [120.7, 30.7] },
  })
  expect(readPoints(list)[2]).toMatchObject({ name: '示例图书馆', town: '', at: null })
})

test('groups and entries that do not answer are hidden, and a short answer is opened', () => {
  show({})
  expect(shown()).toEqual(['1', 'a', 'b', '2', '—', 'library'])
  show({ q: '二社区' })
  expect(shown()).toEqual(['1', 'b'])
  expect(list.querySelector('details')?.open).toBe(true)
  show({ q: '图书馆' })
  expect(shown()).toEqual(['—', 'library'])
  show({ q: '没有的地方' })
  expect(shown()).toEqual([])
})

test('entries that the page was built without are written from the data, and what does not fit is counted', () => {
  const { document } = parseHTML('<ul><li><a href="list/#town-1">名单</a></li></ul>')
  const entries = document.querySelector('ul') as unknown as HTMLElement
  globalThis.document = document as unknown as Document
  const point = { details: '村', town: '1', kind: '村', status: 'reported', at: null }
  const points = Array.from({ length: 130 }, (_, i) => ({
    ...point,
    id: `p-${i}`,
    name: `<b>${i}`,
  }))
  fillEntries(entries, points)
  fillEntries(entries, points)
  expect(entries.querySelectorAll('[data-point]')).toHaveLength(100)
  expect(entries.querySelector('[data-name]')?.textContent).toBe('<b>0')
  expect(entries.querySelector('[data-rest] a')?.textContent).toContain('还有30个')
  expect(entries.querySelectorAll('[data-rest]')).toHaveLength(1)
})
