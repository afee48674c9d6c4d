import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findPinyin, matchPinyin } from '../../src/reading/matchPinyin.ts'
import { pinyinTable } from '../../src/reading/pinyinTable.ts'

const names = [
  '政企协商会：助力发展“金名片”',
  '南湖子城大集',
  '“提、办、评、改”',
  '长水街道',
  '双月观摩',
  '嘉兴行长率队调研重点乐园',
  '城市IP，单日最高达10万人次',
]
const table = pinyinTable(names.join('\n'))
const matches = (query: string) => names.filter((name) => matchPinyin(query, name, table))

test.each([
  ['zhengxie', []],
  ['zhengqi', [names[0]]],
  ['zqxsh', [names[0]]],
  ['zhqxshh', [names[0]]],
  ['zhengqixs', [names[0]]],
  ['zheng qi xie shang', [names[0]]],
  ['ZhengQi', [names[0]]],
  ['nh子城', [names[1]]],
  ['南湖zicheng', [names[1]]],
  ['ｎｈｚｃ', [names[1]]],
  ['子城', [names[1]]],
  ['tbpg', [names[2]]],
  ['changshui', [names[3]]],
  ['zhangshui', [names[3]]],
  ['guanmo', [names[4]]],
  ['hangzhang', [names[5]]],
  ['xingzhang', [names[5]]],
  ['zhongdian', [names[5]]],
  ['leyuan', [names[5]]],
  ['yueyuan', [names[5]]],
  ['chengshiip', [names[6]]],
  ['gaoda10wan', [names[6]]],
  ['danrizuigaodawan', [names[6]]],
  ['hz', [names[0], names[1], names[5]]],
  ['zhengqv', []],
  ['', []],
  ['，', []],
])('%s', (query, expected) => {
  expect(matches(query)).toEqual(expected)
})

test('ü is typed v or u', () => {
  const one = pinyinTable('履职')
  expect(matchPinyin('lvzhi', '履职', one)).toBe(true)
  expect(matchPinyin('luzhi', '履职', one)).toBe(true)
})

test('the table has the characters of the text and nothing else', () => {
  expect(pinyinTable('观 a1，𠮷')).toEqual({ 观: ['guan'] })
  expect(pinyinTable('')).toEqual({})
})

test('a match says where it is, whole syllables before initials', () => {
  expect(findPinyin('zc', '南湖子城', table)).toEqual({ start: 2, end: 4, whole: false })
  expect(findPinyin('tb', '“提、办、评”', table)).toEqual({ start: 1, end: 4, whole: false })
  const both = pinyinTable('沙和尚上')
  expect(findPinyin('shang', '沙和尚上', both)).toEqual({ start: 2, end: 3, whole: true })
})

const syllables = {
  甲: ['jia'],
  长: ['chang', 'zhang'],
  安: ['an'],
  单: ['dan', 'shan'],
  湖: ['hu'],
}
const text = fc.string({
  unit: fc.constantFrom(...Object.keys(syllables), '，', '2', 'p'),
  maxLength: 6,
})

/** Every way to type a piece of text in full pinyin. */
function typings(run: string): Set<string> {
  const ways = [...run].map((letter, at) => {
    const readings = (syllables as Record<string, string[]>)[letter] ?? []
    return [
      ...(at > 0 && /[2p]/.test(letter) ? [''] : []),
      letter,
      ...readings.flatMap((one) => [one, one.slice(0, 1), /^[zcs]h/.exec(one)?.[0] ?? one]),
    ]
  })
  const last = (ways.pop() ?? [])
    .filter(Boolean)
    .flatMap((way) =>
      /^[a-z]/.test(way) ? Array.from(way, (_, index) => way.slice(0, index + 1)) : [way],
    )
  return new Set(
    [...ways, last].reduce((typed, next) => typed.flatMap((a) => next.map((b) => a + b)), ['']),
  )
}

test('it matches exactly what can be typed for some run of the text', () => {
  const query = fc.string({
    unit: fc.constantFrom(...'jiachngzsdu', '甲', '湖', '2', 'p'),
    minLength: 1,
    maxLength: 7,
  })
  fc.assert(
    fc.property(text, query, fc.nat(), fc.nat(), (written, random, from, pick) => {
      const read = written.replaceAll('，', '')
      const runs = Array.from(read, (_, start) =>
        Array.from(read.slice(start), (_, length) => read.slice(start, start + length + 1)),
      ).flat()
      const typed = new Set(runs.flatMap((run) => [...typings(run)]))
      expect(matchPinyin(random, written, syllables)).toBe(typed.has(random))
      const all = [...typings(runs[from % runs.length] ?? '')]
      if (runs.length > 0) {
        expect(matchPinyin(all[pick % all.length] as string, written, syllables)).toBe(true)
      }
    }),
  )
})
