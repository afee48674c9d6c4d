import { expect, test } from 'vitest'
import { parsePage } from '../../src/builtPage.ts'
import { checkQuantities } from '../../src/prose/checkQuantities.ts'

const wording = new Map([['issues', '80余个']])
const check = (figure: string) =>
  checkQuantities(
    parsePage('a.html', `<main>\n<data data-indicator="issues" value="80">${figure}</data></main>`),
    wording,
  )

test('a figure that reads as its indicator does is let pass, however it is marked up', () => {
  expect(check('80<span class="q">余</span>个')).toEqual([])
  expect(check('<span class="num">80</span> <span>余</span><span>个</span>')).toEqual([])
})

test.each(['<span class="q">余</span>80个', '80个', '80余', '80余余个'])(
  'a figure whose qualifier is moved, lost or doubled is refused: %s',
  (figure) => {
    expect(check(figure)).toMatchObject([
      { file: 'a.html', line: 2, column: 1, expected: '80余个' },
    ])
  },
)

test('a figure of no known indicator is refused', () => {
  expect(
    checkQuantities(parsePage('a.html', '<data data-indicator="lost">1</data>'), wording),
  ).toHaveLength(1)
})

test('what HTML escapes is read as the words it stands for, and a space inside a unit is no difference', () => {
  const research = new Map([['r&d', '3个R&D 项目']])
  const page = (unit: string) => `<data data-indicator="r&amp;d" value="3">3${unit}</data>`
  expect(checkQuantities(parsePage('a.html', page('个R&amp;D 项目')), research)).toEqual([])
  expect(checkQuantities(parsePage('a.html', page('个R&#38;D\n项目')), research)).toEqual([])
  expect(checkQuantities(parsePage('a.html', page('个R 项目')), research)).toMatchObject([
    { found: '页面 a.html 把指标 r&d 写成“3个R 项目”' },
  ])
})

test('a figure that names no indicator is refused: nothing else would read it', () => {
  expect(
    checkQuantities(parsePage('a.html', '<main>\n<data value="80">90个</data></main>'), wording),
  ).toMatchObject([{ line: 2, column: 1, found: '页面 a.html 的数“90个”没有写明是哪个指标' }])
})
