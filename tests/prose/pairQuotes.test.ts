import { expect, test } from 'vitest'
import { wordsOf } from '../../src/prose/checkMarkup.ts'
import { parseProse } from '../../src/prose/parseProse.ts'

const words = (body: string) => wordsOf(parseProse('x.mdx', body).tree)

test.each([
  ['开展"民主评议"工作', '开展“民主评议”工作'],
  ['"甲"和"乙"', '“甲”和“乙”'],
  ['**"甲"**和"<Term id="x">乙</Term>"', '**“甲”**和“乙”'.replaceAll('*', '')],
  ['"甲说：\'乙\'。"', '“甲说：‘乙’。”'],
  ['“甲"和"乙”', '“甲”和“乙”'],
  ['甲"乙', '甲“乙'],
  ["it's", "it's"],
])('%s is set as %s', (body, expected) => {
  expect(words(body)).toBe(expected)
})

test('a quote that is left open in one paragraph does not affect the next', () => {
  expect(words('"甲\n\n"乙"')).toBe('“甲“乙”')
})
