import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { sentencesOf } from '../../../src/components/readAloud/sentences.ts'

const read = (html: string) =>
  sentencesOf(parseHTML(`<main>${html}</main>`).document.querySelector('main') as Element)
const said = (html: string) => read(html).map(({ text }) => text)

test('headings, paragraphs and lists are read in their order', () => {
  expect(
    said(`<header><h1>“规范涉企<wbr>行政执法”</h1><p class="sub">副题</p></header>
      <section><h2>小标题</h2><p>正文。</p><ul><li>一项</li><li><p>又一项</p></li></ul></section>`),
  ).toEqual(['“规范涉企行政执法”', '副题', '小标题', '正文。', '一项', '又一项'])
})

test('a paragraph is read sentence by sentence, a closing quotation mark with its sentence', () => {
  expect(said('<p>他说：“好。”又说：“真的吗？”是的；\n  都好！完</p>')).toEqual([
    '他说：“好。”',
    '又说：“真的吗？”',
    '是的；',
    '都好！',
    '完',
  ])
})

test('numbers are read as they are written, with their qualifier and unit', () => {
  expect(
    said(`<p>解决<span class="keep"><label class="fact" data-note="1"><data value="80">80<span
      class="q">余</span>个</data><button aria-label="80余个，注1，定义与出处"></button><a
      href="#def" aria-label="80余个，注1，定义与出处"></a></label>，</span>下降<data>55.8%</data>。</p>`),
  ).toEqual(['解决80余个，下降55.8%。'])
})

test('a drawing is read as it is described, in its place', () => {
  expect(
    said(`<figure><header><p class="no"><span>图2-1</span> <span>小组</span></p><h3>7个小组</h3></header>
      <read-marks><svg role="img" aria-label="7个小组画作轮廓；其余未写。"><g aria-hidden="true"><text>7</text></g></svg></read-marks>
      <p class="description">怎样读。</p></figure>`),
  ).toEqual(['图2-1 小组', '7个小组', '7个小组画作轮廓；其余未写。', '怎样读。'])
})

test('the name of a step is read apart from what it is', () => {
  expect(
    said('<ol class="told"><li><p><b>问题收集</b><span>由此起头。</span></p></li></ol>'),
  ).toEqual(['问题收集', '由此起头。'])
})

test.each([
  ['a note', '<ol class="margin-notes"><li>注1 只数委员。</li></ol>'],
  ['a closed fold', '<details><summary>看数据</summary><p>折起。</p></details>'],
  ['a table', '<table><tr><td><p>格</p></td></tr></table>'],
  ['a definition', '<div popover><p>释义。</p></div>'],
  ['navigation', '<nav><p><a href="/">下一章</a></p></nav>'],
  ['what only repeats the text', '<aside aria-hidden="true"><p>6份</p></aside>'],
  ['what is no content', '<section class="share"><p>引用本页</p></section>'],
  ['a source', '<p class="src">来源：原文。</p>'],
  ['how a figure measures', '<p class="measure">降幅，%。</p>'],
  ['a report of what was done', '<p role="status">已复制</p>'],
  ['punctuation alone', '<p>——</p>'],
])('%s is not read', (_, html) => {
  expect(said(`<p>前。</p>${html}<p>后。</p>`)).toEqual(['前。', '后。'])
})

test('an open fold is read without its handle', () => {
  expect(said('<details open><summary>须知</summary><p>打开。</p></details>')).toEqual(['打开。'])
})

test('a sentence is known to lie from its first character to its last, in whatever elements they are', () => {
  const [first, second] = read('<p> 前<b>一句。</b>后<i>一</i>句 </p>')
  const place = (at: [Text, number] | undefined) => [at?.[0].data, at?.[1]]
  expect([place(first?.from), place(first?.to)]).toEqual([
    [' 前', 1],
    ['一句。', 3],
  ])
  expect([place(second?.from), place(second?.to)]).toEqual([
    ['后', 0],
    ['句 ', 1],
  ])
  expect(second?.block.localName).toBe('p')
})
