import { expect, test } from 'vitest'
import { checkFigures } from '../../src/prose/checkFigures.ts'

const wording = new Map([['issues', '80余个']])
const check = (figure: string) =>
  checkFigures(
    `<main>\n<data data-indicator="issues" value="80">${figure}</data></main>`,
    'a.html',
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
  expect(checkFigures('<data data-indicator="lost">1</data>', 'a.html', wording)).toHaveLength(1)
})
