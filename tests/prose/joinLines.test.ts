import type { Nodes } from 'mdast'
import { expect, test } from 'vitest'
import { parseProse } from '../../src/prose/parseProse.ts'
import { chapterOf, headLines, problemsOf } from './chapter.ts'

const wordsOf = (node: Nodes): string =>
  'value' in node
    ? node.value
    : 'children' in node
      ? node.children.length === 0
        ? '□'
        : node.children.map(wordsOf).join('')
      : ''
const words = (body: string) => wordsOf(parseProse('x.mdx', body).tree)

test.each([
  ['智慧和\n力量', '智慧和力量'],
  ['智慧和\r\n力量', '智慧和力量'],
  ['智慧和  力\n  量\n啊', '智慧和  力量啊'],
  ['智慧，\n力量', '智慧，力量'],
  ['智慧\n**力量**', '智慧力量'],
  ['**智慧\n**力量', '**智慧**力量'],
  ['*智慧*\n力量', '智慧力量'],
  ['先后组织\n<Fact id="a.b" />\n，参与', '先后组织□，参与'],
  ['用 Plot\n画图', '用 Plot画图'],
  ['one\ntwo\nthree', 'one two three'],
  ['*one*\ntwo', 'one two'],
])('%j is read as %s', (body, expected) => {
  expect(words(body)).toBe(expected)
})

test('a quantity and a phrase across a line end are found, at their place', () => {
  expect(problemsOf('一段。\n\n走访\n58件。')).toEqual([])
  const { passages } = chapterOf('一段。\n\n智慧&amp;\n  力量')
  const passage = passages.find(({ text }) => text === '智慧&力量')
  expect(passage?.positionOf(3, 2)).toEqual({ line: headLines + 4, column: 3 })
  expect(passage?.positionOf(1, 1)).toEqual({ line: headLines + 3, column: 2 })
})

test('a break that is asked for stays', () => {
  expect(parseProse('x.mdx', '智慧\\\n力量').tree.children[0]).toMatchObject({
    children: [{ value: '智慧' }, { type: 'break' }, { value: '力量' }],
  })
})
