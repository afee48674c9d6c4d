import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import {
  searchableContent,
  searchableText,
  takeSections,
} from '../../src/search/build/searchableText.ts'

const main = (html: string) =>
  parseHTML(`<main>${html}</main>`).document.querySelector('main') as Element

/** The text of each section of a page, by its id. */
function sectionsOf(html: string): [id: string, text: string][] {
  const content = searchableContent(main(html))
  const text = searchableText(main(html))
  const sections = takeSections(content)
  return sections.map(({ id, at }, index) => [id, text.slice(at, sections[index + 1]?.at).trim()])
}

test('what only a script may show is not found', () => {
  expect(searchableText(main('<p>镇街名单</p> <p hidden>没有符合的镇街</p>'))).toBe('镇街名单')
})

test('behind a place with an address of its own the section around it begins once more', () => {
  const list =
    '<h2 id="list">名单</h2> <ul><li><b data-name>甲镇</b> <div id="one"><b data-name>甲馆</b> <p>扫码</p></div> </li></ul> <p>画法</p>'
  expect(sectionsOf(list)).toEqual([
    ['list', '名单'],
    ['', '甲镇'],
    ['one', '甲馆 扫码'],
    ['list', '画法'],
  ])
})
