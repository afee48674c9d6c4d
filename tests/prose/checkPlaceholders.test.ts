import { expect, test } from 'vitest'
import { z } from 'zod'
import { parseJson } from '../../src/documents/jsonDocument.ts'
import { checkPlaceholders } from '../../src/prose/checkPlaceholders.ts'
import { glossarySchema } from '../../src/schemas/glossary.ts'
import { known } from './chapter.ts'

const problemsOf = (definition: string) => {
  const json = JSON.stringify([{ id: 'a', term: '词', definition }], null, 2)
  const { document } = parseJson('data/glossary.json', json)
  if (!document) throw new Error('unreadable')
  return checkPlaceholders(document, glossarySchema, known).map(
    ({ line, column, found }) => `${line}:${column} ${found}`,
  )
}

test('placeholders that resolve pass', () => {
  expect(problemsOf('{when:start-2024}有{example.firms}。')).toEqual([])
})

test.each([
  ['有{example.firm}。', '5:21 没有登记的“example.firm”'],
  ['在{when:start}。', '5:21 没有登记的“start”'],
  ['有{Example}。', '5:21 写错的占位“{Example}”'],
  ['有{when: start-2024}。', '5:21 写错的占位“{when: start-2024}”'],
  ['有**粗字', '5:21 不起作用的标记“**”'],
  ['有<b>粗', '5:21 不起作用的标记“<b>”'],
  ['有<Fact />', '5:21 不起作用的标记“<Fact />”'],
  ['见[书香](learning.mdx)', '5:21 不起作用的标记“[书香](learning.mdx)”'],
  ['有&nbsp;空', '5:21 不起作用的标记“&nbsp;”'],
  ['有{example.firms。', '5:21 写错的占位“{example.firms。”'],
])('%s', (definition, message) => {
  expect(problemsOf(definition)).toEqual([message])
})

test('braces in what is shown as it is are named', () => {
  const { document } = parseJson('data/x.json', '[{ "name": "{x}街道" }]')
  const schema = z.array(z.strictObject({ name: z.string() }))
  expect(document && checkPlaceholders(document, schema, known)).toMatchObject([
    { line: 1, column: 13, found: '花括号“{x}街道”' },
  ])
})
