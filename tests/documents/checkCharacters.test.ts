import { beforeEach, expect, test } from 'vitest'
import { formatProblem } from '../../src/documents/problem.ts'
import { readChapters } from '../../src/records/readChapters.ts'
import { readRegisters } from '../../src/records/readRegisters.ts'
import { type ContentCopy, copyContent } from '../contentCopy.ts'

let copy: ContentCopy
beforeEach(() => {
  copy = copyContent()
})

const chapter = 'content/2025/learning.mdx'
const found = () =>
  [readRegisters, readChapters].flatMap((read) => read(copy.root, 2025).problems).map(formatProblem)

test.each([
  ['data/2025/indicators.json', '"label": "', '"label": "⼈'],
  ['data/glossary.json', '"term": "', '"term": "⼈'],
  [chapter, 'subtitle: ', 'subtitle: ⼈'],
  [chapter, '## ', '⼈\n\n## '],
])('a radical in %s before %s is named with the right character', (file, before, after) => {
  const line = copy.edit(file, before, after)
  expect(found().filter((each) => each.includes('部首'))).toEqual([
    expect.stringMatching(new RegExp(`^${file}:${line}:\\d+ 发现部首“⼈”（U\\+2F08）；应为“人”`)),
  ])
})

test.each([
  ['data/2025/indicators.json', '"label": "政企', '"label": "政\u000B企'],
  [chapter, 'subtitle: ', 'subtitle: \u000B'],
  [chapter, '到项目一线，了解', '到项目一线，\u000B了解'],
])('a vertical tab in %s is named once, by its code', (file, before, after) => {
  const line = copy.edit(file, before, after)
  expect(found()).toEqual([
    expect.stringMatching(new RegExp(`^${file}:${line}:\\d+ 发现控制字符（U\\+000B）`)),
  ])
})

test.each([
  ['data/2025/indicators.json', '"label": "', '"label": "\\u200b', '零宽字符（U+200B）'],
  ['data/2025/indicators.json', '"label": "', '"label": "\\ud800', '残缺的字'],
  ['data/glossary.json', '"term": "', '"term": "\\u2f08', '部首“⼈”'],
  [chapter, 'subtitle: 学习赋能强履职', 'subtitle: "\\u2F08"', '部首“⼈”'],
])('an escape in %s does not bring one in: %s → %s', (file, before, after, words) => {
  const line = copy.edit(file, before, after)
  const named = found().filter(
    (each) => each.startsWith(`${file}:${line}:`) && each.includes(words),
  )
  expect(named).toHaveLength(1)
})

test.each([
  ['說', '繁体字或异体字“說”（U+8AAA）；应为“说”（U+8BF4）'],
  ['関', '繁体字或异体字“関”（U+95A2）；应为“关”（U+5173）'],
  ['㐂', '字库里没有的字“㐂”（U+3402）；应为《通用规范汉字表》里的字'],
  ['🚀', '字库里没有的字“🚀”（U+1F680）；应为'],
])('%s, which no font can draw, is named in prose, front matter and data', (character, words) => {
  const places = [
    ['data/2025/figures.json', '"topic": "', `"topic": "${character}`],
    [chapter, 'subtitle: ', `subtitle: ${character}`],
    [chapter, '到项目一线，了解', `到项目一线，${character}了解`],
  ] as const
  const lines = places.map(([file, before, after]) => `${file}:${copy.edit(file, before, after)}:`)
  const named = found().filter((each) => each.includes(words))
  expect(lines.map((line) => named.filter((each) => each.startsWith(line)).length)).toEqual([
    1, 1, 1,
  ])
})

test('a place in a standard character of the third list passes', () => {
  copy.edit('data/2025/figures.json', '"topic": "', '"topic": "溇港')
  expect(found()).toEqual([])
})

test.each([
  ['data/glossary.json', '"definition": "', '"definition": "好\\n好'],
  [chapter, 'subtitle: 学习赋能', 'subtitle: 学习赋能\n  '],
  [chapter, 'subtitle: 学习赋能', 'subtitle: >\n  学习赋能\n  '],
])('a value of several lines in %s is named where it begins', (file, before, after) => {
  const line = copy.edit(file, before, after)
  expect(found()).toEqual([
    expect.stringMatching(new RegExp(`^${file}:${line}:\\d+ 发现分成几行的文字；应为写在一行里`)),
  ])
})
