import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pinyinTable } from '../../src/reading/pinyinTable.ts'
import { nearest } from '../../src/search/browser/nearest.ts'

const text =
  '委员“双月观摩”走到一线，企业管理公司董事长盛静怡说过话；推动解决80余个问题，共六大类问题；提案办得好，闭环七步法。'
const guarded = ['盛静怡', '企业管理公司董事长', '闭环七步法']
const table = pinyinTable(`${text}魔体案宜发`)
const near = (query: string) => nearest(text, query, table, guarded)

test.each([
  ['双月观魔', '双月观摩'],
  ['双周观摩', '双月观摩'],
  ['双周观', undefined],
  ['双月大观摩', '双月观摩'],
  ['走一线到', undefined],
  ['走一到线', undefined],
  ['体案', '提案'],
  ['题案', '提案'],
  ['没有这个词呀', undefined],
])('%s → %s', (query, expected) => {
  expect(near(query)).toBe(expected)
})

test('no guess at names, offices and set phrases', () => {
  for (const query of ['盛静宜', '盛静怡说', '董事常', '公司董事账', '闭环七步发', '闭环步法']) {
    expect(near(query)).toBeUndefined()
  }
  expect(nearest(text, '闭环七步发', table, [])).toBe('闭环七步法')
})

test('no figure and no qualifier is offered for another', () => {
  for (const query of ['80多个问题', '推动解决90余个', '共七大类问题', '五大类问题']) {
    expect(near(query)).toBeUndefined()
  }
})

test('a run that is offered is one edit away or sounds the same', () => {
  const letters = fc.string({
    unit: fc.constantFrom(...'提体案观摩魔双月一线'),
    minLength: 2,
    maxLength: 6,
  })
  const distance = (a: string, b: string): number => {
    const rows = [Array.from({ length: b.length + 1 }, (_, at) => at)]
    for (let i = 1; i <= a.length; i++) {
      const row = [i]
      for (let j = 1; j <= b.length; j++) {
        const above = rows[i - 1] as number[]
        row.push(
          Math.min(
            (above[j] as number) + 1,
            (row[j - 1] as number) + 1,
            (above[j - 1] as number) + Number(a[i - 1] !== b[j - 1]),
          ),
        )
      }
      rows.push(row)
    }
    return rows.at(-1)?.at(-1) as number
  }
  const sounds = (a: string, b: string) =>
    a.length === b.length &&
    [...a].every((letter, at) =>
      table[letter]?.some((one) => table[b[at] as string]?.includes(one)),
    )
  fc.assert(
    fc.property(letters, (query) => {
      const run = near(query)
      if (run === undefined) return
      expect(text).toContain(run)
      expect(distance(query, run) <= 1 || sounds(query, run)).toBe(true)
    }),
    { numRuns: 2000 },
  )
})
