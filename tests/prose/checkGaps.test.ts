import { describe, expect, test } from 'vitest'
import { parsePage } from '../../src/builtPage.ts'
import { checkGaps } from '../../src/prose/checkGaps.ts'

const nowhere = () => undefined
const pageOf = (kind: string, main: string) =>
  parsePage(
    'x/index.html',
    `<html><body>\n<main data-search-kind="${kind}">\n${main}\n</main></body></html>`,
  )
const found = (kind: string, main: string) => checkGaps(pageOf(kind, main), nowhere)
const times = (count: number, words: string) => `<p>${words}</p>`.repeat(count)

describe('a page may say only so often that something is not published', () => {
  test.each([
    ['chapter', 3],
    ['edition', 1],
    ['map', 3],
    ['figures', 12],
    ['figure', 2],
  ])('%s：%i处', (kind, most) => {
    expect(found(kind, times(most, '期间未公布'))).toEqual([])
    expect(found(kind, times(most + 1, '期间未公布'))).toHaveLength(most + 1)
  })

  test('pages where one looks things up say it as often as they must', () => {
    expect(found('data', times(40, '未公布'))).toEqual([])
  })
})

describe('what counts is what is seen before anything is opened', () => {
  test.each([
    [
      'every word of the family',
      '没有写、没有公布、未写明、没有列、没有说、没有展开、不详、未提供、没有依据',
      9,
    ],
    ['a word that markup cuts', '期间未<b>公</b>布', 1],
    ['bound words', '<data value="1">未公布</data><time>未公布</time>', 2],
    [
      'the title of a closed fold, not what it holds',
      '<details><summary>未公布的事项</summary><p>未公布</p></details>',
      1,
    ],
    ['an open fold', '<details open><summary>看</summary><p>未公布</p></details>', 1],
    [
      'no definition, nothing hidden, nothing for screen readers alone',
      '<p popover>未公布</p><p hidden>未公布</p><p class="vh">未公布</p><p aria-label="未公布">好</p>',
      0,
    ],
    [
      'of two cuts of a drawing the one that says it more often',
      '<svg class="chart cut-s"><text>未公布</text></svg><svg class="chart cut-w"><text>未公布</text><text>未公布</text></svg>',
      2,
    ],
  ])('%s', (_, main, count) => {
    const fillers = times(3, '未公布')
    expect(found('chapter', main + fillers)).toHaveLength(count === 0 ? 0 : count + 3)
  })
})

test('each place is named with the file and line it was typed in, or its own in the page', () => {
  const [first, second] = found('edition', '<p>甲未公布</p>\n<p>乙未公布</p>')
  expect(first).toMatchObject({ file: 'x/index.html', line: 3 })
  expect(second?.found).toContain('第2处“未公布”（乙未公布）')
  const typed = checkGaps(pageOf('edition', times(2, '其时未公布')), () => ({
    file: 'data/2025/figures.json',
    line: 9,
    column: 2,
  }))
  expect(typed[0]).toMatchObject({ file: 'data/2025/figures.json', line: 9 })
})
