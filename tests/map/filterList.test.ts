import { parseHTML } from 'linkedom'
import { beforeEach, expect, test } from 'vitest'
import { filterList } from '../../src/map/filterList.ts'

const all = { q: '', town: '', kind: '', status: '' }
let list: HTMLElement
beforeEach(() => {
  const { document } = parseHTML(`<ul>
    <li data-group data-town="1"><b data-name>甲镇</b><ul>
      <li data-point="a" data-kind="村" data-status="reported">示例一村</li>
      <li data-point="b" data-kind="社区" data-status="reported">示例二社区</li></ul></li>
    <li data-group data-town="2"><b data-name>乙镇</b></li>
    <li data-group><details><ul><li data-point="lp-003" data-status="undisclosed">lp-003</li></ul></details></li>
  </ul>`)
  list = document.querySelector('ul') as unknown as HTMLElement
})

const shown = () =>
  [...list.querySelectorAll('[data-group]')]
    .filter((group) => !(group as HTMLElement).hidden)
    .flatMap((group) => [
      group.getAttribute('data-town') ?? '—',
      ...[...group.querySelectorAll('[data-point]')]
        .filter((point) => !(point as HTMLElement).hidden)
        .map((point) => point.getAttribute('data-point')),
    ])

test('nothing asked shows everything', () => {
  expect(filterList(list, all)).toBe(2)
  expect(shown()).toEqual(['1', 'a', 'b', '2', '—', 'lp-003'])
})

test('a town’s name keeps the town with all its points', () => {
  expect(filterList(list, { ...all, q: '甲' })).toBe(1)
  expect(shown()).toEqual(['1', 'a', 'b'])
})

test('a point’s name keeps the point and its town; width, case and outer space do not count', () => {
  filterList(list, { ...all, q: '二社区' })
  expect(shown()).toEqual(['1', 'b'])
  filterList(list, { ...all, q: ' ＬＰ-００３ ' })
  expect(shown()).toEqual(['—', 'lp-003'])
})

test('kind, status and town narrow together', () => {
  filterList(list, { ...all, kind: '村' })
  expect(shown()).toEqual(['1', 'a'])
  filterList(list, { ...all, status: 'undisclosed' })
  expect(shown()).toEqual(['—', 'lp-003'])
  filterList(list, { ...all, town: '2' })
  expect(shown()).toEqual(['2'])
  expect(filterList(list, { ...all, town: '2', kind: '村' })).toBe(0)
  expect(shown()).toEqual([])
})
