import { describe, expect, test } from 'vitest'
import type { Observation } from '../../src/schemas/observation.ts'
import { observe, refusals } from './plainWords.ts'

const read = (
  phrase: string,
  value: number,
  unit: string,
  changes: Partial<Observation> & { numerals?: 'han' } = {},
) => {
  const { numerals = 'arabic', ...others } = changes
  const qualifier = { bound: 'exact', verb: null, scope: null, numerals } as const
  return refusals(observe(phrase, value, unit, { qualifier, ...others }))
}

describe('an exact number is refused by what limits it', () => {
  test.each([
    ['不少于11次', 11, '次', ['bound']],
    ['突破10万人次', 100_000, '人次', ['bound']],
    ['不到30家', 30, '家', ['bound']],
    ['大约30家', 30, '家', ['bound']],
    ['30家以上', 30, '家', ['bound']],
    ['30家左右', 30, '家', ['bound']],
    ['不止30家', 30, '家', ['bound 不止']],
    ['何止30家', 30, '家', ['bound 何止']],
    ['稳定在30家', 30, '家', ['bound 稳定在']],
    ['多了30家', 30, '家', ['change 多了']],
    ['少了30家', 30, '家', ['change 少了']],
    ['少于30家', 30, '家', ['bound 少于']],
    ['30家以下', 30, '家', ['bound 以下']],
    ['不超过30家', 30, '家', ['bound 不超过']],
    ['未突破30家', 30, '家', ['bound 突破']],
    ['没有突破30家', 30, '家', ['bound 突破']],
    ['最多30家', 30, '家', ['bound 最多']],
    ['30家以内', 30, '家', ['bound 以内']],
    ['至少参加12次', 12, '次', ['bound 至少']],
    ['60岁以上', 60, '岁以上', ['bound 以上']],
    ['两年多', 2, '年', ['bound 多'], 'han'],
    ['数十场', 10, '场', ['vague 数'], 'han'],
    ['上百家', 100, '家', ['vague 上'], 'han'],
    ['数以千计个', 1000, '个', ['unit'], 'han'],
    ['12—15次', 15, '次', ['range 12—']],
    ['12—15次', 12, '次', ['range —15']],
    ['12至15次', 15, '次', ['range 12至']],
    ['80分至89分', 80, '分', ['range 分至89']],
    ['三四个', 34, '个', ['range 三四'], 'han'],
    ['七八十岁', 70, '岁', ['value']],
    ['第3次', 3, '次', ['rank 第']],
    ['问题[1]整治', 1, ']', ['name 1]']],
    ['据不完全统计，活动11次', 11, '次', ['estimate 不完全统计']],
    ['12次（不完全统计）', 12, '次', ['bound 不完全统计']],
    ['（约）12次', 12, '次', ['bound 约']],
    ['12次（左右）', 12, '次', ['bound 左右']],
    ['12家（或15家）', 12, '家', ['bound 或15家']],
    ['按月召开12次', 12, '次', ['rate 按月']],
    ['场均参加12人', 12, '人', ['rate 场均']],
    ['单次走访12家', 12, '家', ['rate 单次']],
    ['人人走访12家', 12, '家', ['rate 人人']],
    ['委员各走访12家', 12, '家', ['each 各']],
    ['明年开展12次', 12, '次', ['plan 明年']],
    ['尚需开展12次', 12, '次', ['plan 尚需']],
    ['没有开展12次', 12, '次', ['denied 没有']],
    ['取消活动12次', 12, '次', ['denied 取消']],
    ['开展10、12次', 12, '次', ['range 0、']],
    ['百家企业', 100, '家', ['vague 百'], 'han'],
    ['百十家', 110, '家', ['vague 百'], 'han'],
    ['前三名', 3, '名', ['rank 前'], 'han'],
    ['十二届一次会议', 1, '次', ['rank 届'], 'han'],
    ['每月2次', 2, '次', ['rate 每月']],
    ['人均参加2次', 2, '次', ['rate 人均']],
    ['参加2次/年', 2, '次', ['rate /']],
    ['计划12次', 12, '次', ['plan 计划']],
    ['力争全年开展12次', 12, '次', ['plan 力争', 'period 全年']],
    ['预计收到达12件', 12, '件', ['verb', 'plan 预计']],
    ['可达12件', 12, '件', ['verb', 'plan 可达']],
    ['案件下降5%', 5, '%', ['change 下降']],
    ['由960件增加到1371件', 1371, '件', ['result 由960件增加到']],
    ['同比100%', 100, '%', ['compared 同比']],
    ['三分之二', 2, '', ['fraction 分之'], 'han'],
    ['八成', 8, '成', ['fraction 成'], 'han'],
    ['增长2倍', 2, '倍', ['fraction 倍', 'change 增长']],
    ['峰值12件', 12, '件', ['peak 峰值']],
    ['提案总数12件', 12, '件', ['total 总']],
    ['五年开展509次', 509, '次', ['period 五年']],
    ['分别收到12件', 12, '件', ['each 分别']],
    ['收到12件和15件', 12, '件', ['each 和']],
    ['亿元以上的项目33个', 33, '个', ['condition 以上']],
    ['“12件实事”', 12, '件', ['name 12件']],
    ['G12条', 12, '条', ['name G']],
    ['4月', 4, '月', ['date 月']],
    ['2025年', 2025, '年', ['date 2025年']],
    ['咕噜12次', 12, '次', ['unknown-before 咕噜']],
    ['12次咕噜', 12, '次', ['unknown-after 咕噜']],
  ] as const)('%s as %s%s', (phrase, value, unit, refused, numerals?: 'han') => {
    const found = read(phrase, value, unit, numerals && { numerals })
    for (const each of refused) expect(found).toContainEqual(expect.stringContaining(each))
  })
})

describe('a number that nothing limits is exact', () => {
  test.each([
    ['12场', 12, '场'],
    ['收到提案1,812件', 1812, '件'],
    ['收到提案１８１２件', 1812, '件'],
    ['建成 1.9 万个', 19_000, '个'],
    ['最近，举办12场', 12, '场'],
    ['节约、制约类提案12件', 12, '件'],
    ['引导公约，收到12件', 12, '件'],
    ['组成7个监督小组', 7, '个', { label: '监督小组' }],
    ['涉企处罚案件数下降41.4%', 41.4, '%', { label: '处罚案件数降幅' }],
    ['亿元以上的项目33个', 33, '个', { label: '总投资亿元以上的项目' }],
    ['五年开展509次', 509, '次', { period: '五年' }],
    ['提案总数12件', 12, '件', { label: '提案总数' }],
  ] as const)('%s', (phrase, value, unit, changes: Partial<Observation> = {}) => {
    expect(read(phrase, value, unit, changes)).toEqual([])
  })
})

test('numerals are read with thousands marks, wide, in Han and mixed', () => {
  const over = (numerals: 'arabic' | 'han') =>
    ({ qualifier: { bound: 'over', verb: null, scope: null, numerals } }) as const
  expect(refusals(observe('1.5万余人', 15_000, '人', over('arabic')))).toEqual([])
  expect(refusals(observe('１０余万人', 100_000, '人', over('arabic')))).toEqual([])
  expect(refusals(observe('三千余人', 3000, '人', over('han')))).toEqual([])
  expect(refusals(observe('两百余人', 200, '人', over('han')))).toEqual([])
  expect(refusals(observe('4.4万亿元', 4.4e12, '元'))).toEqual([])
  expect(refusals(observe('3百余人', 300, '人', over('arabic')))).toEqual([])
})

test.each([
  ['3000多篇', 3000, '篇', 'over', '多'],
  ['1.5万多人', 15_000, '人', 'over', '多'],
  ['超30家', 30, '家', 'over', '超'],
  ['超过30家', 30, '家', 'over', '超过'],
  ['逾30家', 30, '家', 'over', '逾'],
  ['突破10万人次', 100_000, '人次', 'over', '突破'],
  ['30家以上', 30, '家', 'over', '以上'],
  ['将近30家', 30, '家', 'near', '将近'],
  ['接近30家', 30, '家', 'near', '接近'],
  ['不到30家', 30, '家', 'near', '不到'],
  ['不足30家', 30, '家', 'near', '不足'],
  ['约30家', 30, '家', 'about', '约'],
  ['大约30家', 30, '家', 'about', '大约'],
  ['30家左右', 30, '家', 'about', '左右'],
  ['30家上下', 30, '家', 'about', '上下'],
  ['不少于30家', 30, '家', 'at-least', '不少于'],
  ['不低于30%', 30, '%', 'at-least', '不低于'],
  ['至少30家', 30, '家', 'at-least', '至少'],
] as const)('%s is recorded with its own word, and only so', (phrase, value, unit, bound, word) => {
  const as = (changes: Partial<Observation['qualifier']>) =>
    refusals(
      observe(phrase, value, unit, {
        qualifier: { bound, word, verb: null, scope: null, numerals: 'arabic', ...changes },
      }),
    )
  expect(as({})).toEqual([])
  expect(as({ bound: 'exact', word: null })).toEqual(['bound'])
  expect(as({ word: bound === 'over' ? '余' : bound === 'near' ? '近' : null })).toEqual(['word'])
})

test('two limits on one number are refused whichever is recorded', () => {
  for (const word of ['约', '余'] as const) {
    const bound = word === '约' ? 'about' : 'over'
    const qualifier = { bound, word, verb: null, scope: null, numerals: 'arabic' } as const
    expect(refusals(observe('约5000余册', 5000, '册', { qualifier }))).toEqual(['bound'])
  }
})

test('the sum that a source states is recorded as its scope', () => {
  const scoped = (phrase: string, scope: Observation['qualifier']['scope']) =>
    refusals(
      observe(phrase, 835, '件', {
        qualifier: { bound: 'exact', verb: null, scope, numerals: 'arabic' },
      }),
    )
  expect(scoped('共收到提案835件', '共')).toEqual([])
  expect(scoped('共收到提案835件', null)).toEqual(['scope'])
  expect(scoped('总计835件', '总计')).toEqual([])
  expect(scoped('公共服务835件', null)).toEqual([])
  expect(scoped('累计收到，共835件', '共')).toEqual([])
  expect(scoped('累计共835件', '共')).toContain('total 累计')
})

describe('the time a phrase names is the period', () => {
  test.each([
    ['2024年学习活动12次', ['period 2024年']],
    ['去年学习活动12次', ['period 去年']],
    ['上半年学习活动12次', ['period 上半年']],
    ['1至6月活动12次', ['period 1至6月']],
    ['五年来活动12次', ['period 五年来']],
    ['2025年活动12次', []],
  ])('%s', (phrase, expected) => {
    expect(read(phrase, 12, '次', { period: '2025年' })).toEqual(expected)
  })
})
