import fc from 'fast-check'
import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { separateBlocks } from '../../src/publish/separateBlocks.ts'
import { searchableText } from '../../src/search/build/searchableText.ts'

const main = (html: string) =>
  parseHTML(`<!doctype html><html><body><main>${html}</main></body></html>`).document.querySelector(
    'main',
  ) as unknown as Element

interface Node {
  tag: string | null
  text: string
  children: Node[]
}

const inline = ['b', 'span', 'data', 'a']
const tag = fc.constantFrom(...inline, 'div', 'p', 'li', 'td', 'h2', 'summary', 'br', null)
const text = fc.stringMatching(/^[甲乙0-9，&<>"' ]{0,4}$/)
const treeTo: fc.Memo<Node> = fc.memo((depth) =>
  fc.record({
    tag,
    text,
    children: depth > 1 ? fc.array(treeTo(depth - 1), { maxLength: 3 }) : fc.constant([]),
  }),
)
const tree = treeTo(4)

const escaped = (value: string) =>
  value.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)

const written = ({ tag, text, children }: Node): string => {
  if (tag === null) return escaped(text)
  if (tag === 'br') return '<br>'
  return `<${tag} title="${escaped(text)}">${escaped(text)}${children.map(written).join('')}</${tag}>`
}

const spoken = (node: Node): string => {
  if (node.tag === null) return node.text
  if (node.tag === 'br') return ' '
  const inner = node.text + node.children.map(spoken).join('')
  return inline.includes(node.tag) ? inner : ` ${inner} `
}

const collapsed = (value: string) => value.replace(/\s+/g, ' ').trim()

test('plain text content has white space exactly where blocks meet', () => {
  fc.assert(
    fc.property(tree, (node) => {
      const html = separateBlocks(written(node))
      expect(collapsed(main(html).textContent ?? '')).toBe(collapsed(spoken(node)))
      expect(searchableText(main(html))).toBe(collapsed(spoken(node)))
    }),
  )
})

test('doing it twice changes nothing, and only white space is ever added', () => {
  fc.assert(
    fc.property(tree, (node) => {
      const html = separateBlocks(written(node))
      expect(separateBlocks(html)).toBe(html)
      expect(html.replace(/\s/g, '')).toBe(written(node).replace(/\s/g, ''))
    }),
  )
})

test('cells, items, lines and unclosed items are parted, inline runs are not', () => {
  const part = (html: string) => searchableText(main(separateBlocks(html)))
  expect(part('<table><tr><th>届</th><td>12场</td></tr><tr><td>乙</td></tr></table>')).toBe(
    '届 12场 乙',
  )
  expect(part('<ul><li>甲<li>乙</ul>')).toBe('甲 乙')
  expect(part('<p>甲<br>乙</p><p>丙</p>')).toBe('甲 乙 丙')
  expect(part('推动<data value="80"><i>80</i><b>余</b>个</data>问题')).toBe('推动80余个问题')
  expect(part('<p title="</p><p>">甲</p>')).toBe('甲')
})

test('scripts, styles, comments, preformatted text and drawings keep every byte', () => {
  for (const whole of [
    '<script>x="<p>a</p><p>b</p>"</script>',
    '<style>/*</p><p>*/</style>',
    '<!-- <p>a</p><p>b</p> -->',
    '<svg><desc><p>a</p><p>b</p></desc></svg>',
  ]) {
    expect(separateBlocks(whole)).toBe(whole)
  }
  expect(separateBlocks('a<pre>甲<p>乙</p><p>丙</p></pre>b')).toBe(
    'a\n<pre>甲<p>乙</p><p>丙</p></pre>\nb',
  )
})

test('searchable text has closed details, not popovers, drawings or what is marked', () => {
  expect(
    searchableText(
      main(
        '<h1>标题</h1> <details><summary>看数据</summary> 表中字</details> <div popover>释义</div> ' +
          '<svg><text>图中字</text></svg><nav data-search-ignore>导航</nav> <script>码</script>\n 完　了',
      ),
    ),
  ).toBe('标题 看数据 表中字 完 了')
})
