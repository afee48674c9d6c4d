import { describe, expect, test } from 'vitest'
import { parseFrontMatter } from '../../src/documents/frontMatter.ts'

describe('what YAML keeps to itself', () => {
  test.each([
    ['title: "甲乙"', '括着整个值的引号', '写“”'],
    ["title: '甲乙'", '括着整个值的引号', '写“”'],
    ['title: 甲: 乙', '值里的英文冒号', '双引号'],
    ['title: 甲乙 #丙', '值后面的 #丙', '不会印出来'],
  ])('%s', (line, found, hint) => {
    const { problems } = parseFrontMatter('x.mdx', `---\n${line}\n---\n`)
    expect(problems).toMatchObject([{ line: 2, column: 8, found }])
    expect(problems[0]?.hint).toContain(hint)
  })

  test('quotes that a value needs are its own', () => {
    const text = `---\nlede: '{a.b}，见下。'\ntitle: "甲: 乙"\n---\n`
    expect(parseFrontMatter('x.mdx', text).problems).toEqual([])
  })
})
