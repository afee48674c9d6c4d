import { expect, test } from 'vitest'
import { filterPoints } from '../../../src/map/live/filterPoints.ts'
import type { ListedPoint } from '../../../src/map/live/listedPoint.ts'
import { type MapState, nothingAsked } from '../../../src/map/live/mapState.ts'
import { matchPinyin } from '../../../src/reading/matchPinyin.ts'
import { pinyinTable } from '../../../src/reading/pinyinTable.ts'

const towns = new Map([
  ['1', '甲木镇'],
  ['2', '乙水街道'],
])
const point = (id: string, fields: Partial<ListedPoint>): ListedPoint => ({
  ...{ id, name: '', details: '', town: '', kind: '', status: 'reported', at: null },
  ...fields,
})
const points = [
  point('a', { name: '示例一村', town: '1', kind: '村', details: '村，示例路1号' }),
  point('b', { name: '示例长水社区', town: '1', kind: '社区', details: '社区，示例路2号' }),
  point('lp-003', { name: 'lp-003', status: 'undisclosed' }),
]
const table = pinyinTable([...towns.values(), ...points.map(({ name }) => name)].join('\n'))

const found = (state: Partial<MapState>) => {
  const filtered = filterPoints(points, towns, { ...nothingAsked, ...state }, (query, name) =>
    matchPinyin(query, name, table),
  )
  return { points: filtered.points.map(({ id }) => id), towns: [...filtered.towns].sort() }
}
const everything = { points: ['a', 'b', 'lp-003'], towns: ['1', '2'] }

test('nothing asked answers with everything', () => {
  expect(found({})).toEqual(everything)
  expect(found({ q: '  ' })).toEqual(everything)
})

test('a town’s name keeps the town with all its points, as written, by pinyin and by initials', () => {
  for (const q of ['甲木', 'jiamu', 'JMZ', 'j木', 'jmu'])
    expect(found({ q }), q).toEqual({ points: ['a', 'b'], towns: ['1'] })
  expect(found({ q: 'ysjd' })).toEqual({ points: [], towns: ['2'] })
})

test('a point’s name keeps the point and its town; heteronyms answer to each reading', () => {
  for (const q of ['长水', 'changshui', 'zhangshui', 'zssq', 'cssq'])
    expect(found({ q }), q).toEqual({ points: ['b'], towns: ['1'] })
  expect(found({ q: ' ＬＰ-００３ ' })).toEqual({ points: ['lp-003'], towns: [] })
})

test('an address answers as written', () => {
  expect(found({ q: '路1号' })).toEqual({ points: ['a'], towns: ['1'] })
})

test('kind, status and town narrow together, and a town without an answer goes', () => {
  expect(found({ kind: '村' })).toEqual({ points: ['a'], towns: ['1'] })
  expect(found({ status: 'undisclosed' })).toEqual({ points: ['lp-003'], towns: [] })
  expect(found({ town: '2' })).toEqual({ points: [], towns: ['2'] })
  expect(found({ town: '2', kind: '村' })).toEqual({ points: [], towns: [] })
  expect(found({ q: '没有的地方' })).toEqual({ points: [], towns: [] })
})

test('without the table of readings, what is written still answers', () => {
  const filtered = filterPoints(points, towns, { ...nothingAsked, q: '乙水' })
  expect([...filtered.towns]).toEqual(['2'])
})
