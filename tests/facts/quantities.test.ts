import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { enter, labelFrom, type Outcome, type ReadPhrase } from './enterPhrase.ts'

/** Phrases of 52 published reports, each with its number and the limit that readers understand. */
const phrases: ReadPhrase[] = JSON.parse(
  readFileSync(new URL('../fixtures/quantities.json', import.meta.url), 'utf8'),
)
const exact = phrases.filter(({ limit }) => limit === 'exact')
const limited = phrases.filter(({ limit }) => limit !== 'exact')

/** How many of these phrases are accepted, and in which way. */
function count(read: readonly ReadPhrase[], label?: (phrase: string) => string) {
  const counts: Partial<Record<Outcome['entered'], number>> = {}
  for (const each of read) {
    const { entered } = enter(each, label?.(each.phrase))
    counts[entered] = (counts[entered] ?? 0) + 1
  }
  return counts
}

test.each(limited)('$phrase, which is $limit, does not pass as exact', (read) => {
  const { entered, reasons } = enter(read)
  // A percentage is recognised as a share by its unit, which the page shows.
  const allowed = read.limit === 'fraction' ? ['share', 'worded', 'refused'] : ['worded', 'refused']
  expect(allowed).toContain(entered)
  if (entered === 'refused') expect(reasons).not.toEqual([])
})

test('what is exact goes through once its observation says what is counted', () => {
  expect(count(exact)).toEqual({ exact: 26, refused: 39 })
  expect(count(exact, labelFrom)).toEqual({ exact: 57, refused: 8 })
})

test('what is limited is worded or refused', () => {
  expect(count(limited)).toEqual({ worded: 23, share: 9, refused: 204 })
})

test('under a label that takes up its own words a limit that is only in the report passes: plans and names', () => {
  const told = ['change', 'cumulative', 'fraction']
  const passed = limited.filter(
    ({ phrase, limit, ...read }) =>
      !told.includes(limit) &&
      enter({ phrase, limit, ...read }, labelFrom(phrase)).entered === 'exact',
  )
  expect(passed.map(({ limit, phrase }) => `${limit} ${phrase}`)).toMatchInlineSnapshot(`
    [
      "not-a-quantity 聚焦打好三大攻坚战",
      "not-a-quantity 开放24小时借阅服务",
      "not-a-quantity 形成3小时经济圈",
      "not-a-quantity 党的十八大和十八届三中",
      "plan 新增城镇就业70万人",
      "plan 自然村通水泥(沥青)路1.5万公里",
      "plan “两癌”免费检查100万人",
      "plan 投资10亿元以上项目10个",
      "plan 试点示范企业总数达30家",
      "plan 城镇新增就业5.73万人",
      "not-a-quantity 12345政务服务便民热线",
      "not-a-quantity 实施轨道交通101线、22号线",
      "plan 实现城乡建设用地再减量6.5平方公里",
      "not-a-quantity 用心用力服务三大攻坚战",
    ]
  `)
})
