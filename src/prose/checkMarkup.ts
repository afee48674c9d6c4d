import type { Heading, Link, Nodes, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { positionAt } from '../documents/position.ts'
import type { Problem, ProblemWords } from '../documents/problem.ts'
import { isPublicAddress } from '../schemas/field.ts'
import { rangeOf } from './prosePassages.ts'
import { isInSite } from './siteLink.ts'

/** Character references that prose needs to write a character which has a meaning in the syntax. */
const references = new Set(['&lt;', '&gt;', '&amp;', '&#123;', '&#125;', '&#42;', '&#95;'])

/** Matches an expression that holds only comments; anything between two comments would be executed. */
const comment = /^\s*(?:\/\*(?:(?!\*\/)[\s\S])*\*\/\s*)*$/

/** The text of a node, without markup. */
export const wordsOf = (node: Nodes): string =>
  'value' in node ? node.value : 'children' in node ? node.children.map(wordsOf).join('') : ''

/** Markdown that the site does not use, and what to write instead. */
const unused: Partial<Record<Nodes['type'], ProblemWords>> = {
  code: { found: '代码块', expected: '段落', hint: '删去 ```' },
  inlineCode: { found: '代码标记 `', expected: '文字', hint: '引文用“”，强调用 **文字**' },
  image: {
    found: '插进正文的图片',
    expected: '<Plate id="…" /> 或 <Figure id="…" />',
    hint: '正文不放图片；照片的事写进 captions.json',
  },
  thematicBreak: { found: '分隔线', expected: '## 小标题', hint: '分节用 ## 小标题' },
  definition: { found: '写在别处的网址', expected: '[文字](https://…)', hint: '网址跟着文字写' },
}
unused.imageReference = unused.image
unused.linkReference = unused.definition

const maxHeadingLength = 40

/** What is wrong with a heading, whose text becomes its anchor and an entry of the table of contents. */
function wrongHeading(heading: Heading): ProblemWords | undefined {
  if (heading.depth !== 2) {
    const hint = '章题写在文件头的 title；正文里的小标题一律用 ##'
    return { found: `${heading.depth} 级标题`, expected: '两个 # 开头的小标题', hint }
  }
  const expected = `## 后面 1 至 ${maxHeadingLength} 个字的小标题，只有文字`
  if (heading.children.some(({ type }) => type !== 'text')) {
    const hint = '小标题里不放数字、名词解释、链接、图片和加粗，移到正文里'
    return { found: '夹着别的东西的小标题', expected, hint }
  }
  const { length } = [...wordsOf(heading).trim()]
  if (length === 0) return { found: '空的小标题', expected, hint: '写上小标题，或删去 ##' }
  if (length > maxHeadingLength)
    return { found: `${length} 个字的小标题`, expected, hint: '缩短，余下的写进正文' }
  return undefined
}

/** What is wrong with a link as written; whether its page exists is checked with the whole edition. */
function wrongLink(link: Link): ProblemWords | undefined {
  const expected = '[文字](https://…)，本站的一章写作 [文字](learning.mdx)'
  const found = (what: string) => `${what}[${wordsOf(link).slice(0, 16)}](${link.url.slice(0, 40)})`
  const isWords = link.children.every(({ type }) => type === 'text')
  if (isWords && wordsOf(link).trim() === '')
    return { found: found('没有文字的链接'), expected, hint: '方括号里写上文字' }
  if (
    isPublicAddress(link.url) ||
    /^mailto:[^@\s]+@[^@\s]+\.\w+$|^tel:\+?[\d-]{3,}$/.test(link.url)
  )
    return undefined
  if (link.url !== '' && isInSite(link.url)) return undefined
  const hint = '写别人也打得开的完整网址，以 https:// 开头；邮箱写 mailto:，电话写 tel:'
  return { found: found(link.url === '' ? '没有网址的链接' : '不能用的链接'), expected, hint }
}

function* literalMarks(raw: string): Generator<{ index: number } & ProblemWords> {
  for (const match of raw.matchAll(/(?<!\\)(?:\*+|`+)|__/g)) {
    const hint = match[0] === '**' ? '核对加粗的两端是否各有 **，里面不留空格' : '加粗写作 **文字**'
    yield { index: match.index, found: `没有生效的 ${match[0]}`, expected: '成对的 **加粗**', hint }
  }
  for (const { index, 0: found } of raw.matchAll(/~~|\[\^[^\]]*\]|^[ \t]*\|.*\|[ \t]*$/gm)) {
    const hint = '正文里没有表格、删除线和脚注；表由数据生成，注由引用的数生成'
    yield {
      index,
      found: `没有生效的 ${found.trim().slice(0, 16)}`,
      expected: '段落里的文字',
      hint,
    }
  }
}

/**
 * Marks that were meant as links, lists, headings or quotations but would be printed as they are, with what to write
 * instead.
 */
const missed: readonly [RegExp, found: string, expected: string, hint: string][] = [
  [
    /[\]】]\s?[（(][^）)]*(?:\.mdx|https?:|\/|#)/g,
    '没有生效的链接',
    '[文字](网址)',
    '方括号和圆括号都用半角的，中间和网址里不留空格',
  ],
  [/^[ \t]*[-*](?=[\p{Script=Han}“《<])/gmu, '没有生效的列表', '- 文字', '- 后面留一个空格'],
  [/^[ \t]*[·•●○■◆](?=\s?\S)/gmu, '当作列表的点', '- 文字', '列表每行以 - 和一个空格开头'],
  [
    /^[ \t]*(?:\d{1,2}[.、．]|[（(]\d{1,2}[）)]|[①-⑳])(?=\s?[^\d\s])/gmu,
    '没有生效的编号',
    '1. 文字',
    '编号写作 1. 加一个空格，一行一条',
  ],
  [/^[ \t]*#{1,6}(?=[^#\s])/gm, '没有生效的小标题', '## 小标题', '## 后面留一个空格'],
  [/^[ \t]*[＞〉》](?=\s?\S)/gmu, '没有生效的引文', '> 引文', '> 用半角的，后面留一个空格'],
  [/==(?=\S)|(?<=^|\n)\[[ x]\] /g, '没有生效的标记', '段落里的文字', '没有高亮和待办，删去标记'],
  [
    /(?<![（(])https?:\/\/[\w.-]+/g,
    '直接写出的网址',
    '[文字](https://…)',
    '网址写在链接的圆括号里',
  ],
]

/** Whether only list and quotation marks stand before an offset on its line. */
const opensLine = (source: string, offset: number): boolean =>
  /^[ \t>]*(?:(?:[-*]|\d+\.)[ \t]+)*$/.test(
    source.slice(source.lastIndexOf('\n', offset - 1) + 1, offset),
  )

/** Markdown that the site does not use or would print literally: code, other headings, __ and stray **. */
export function checkMarkup(file: string, source: string, tree: Root): Problem[] {
  const problems: Problem[] = []
  const report = (offset: number, words: ProblemWords) =>
    problems.push({ file, ...positionAt(source, offset), ...words })
  for (const { index, 0: written } of source.matchAll(/&(?:#x?[\da-f]+|[a-z][a-z\d]*);/gi)) {
    if (references.has(written)) continue
    const expected = `字符本身，只有${[...references].join('、')}可以这样写`
    report(index, { found: `转写的字符 ${written}`, expected, hint: '直接打这个字，不打转写' })
  }
  visit(tree, (node) => {
    const [start, end] = rangeOf(node as Nodes)
    const raw = source.slice(start, end)
    if (node.type === 'mdxjsEsm') {
      const found = `代码 ${raw.split(/\s/, 1)[0]}`
      const hint = '组件不用导入，直接写 <Fact id="…" /> 等'
      report(start, { found, expected: '正文里没有 import、export', hint })
    }
    if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') {
      if (comment.test(node.value)) return
      const found = `花括号里的内容 {${node.value.trim().slice(0, 24)}}`
      const hint = '引用指标写作 <Fact id="…" />，引用时间写作 <When id="…" />'
      report(start, { found, expected: '正文里没有花括号', hint })
    }
    const wrong =
      node.type === 'heading'
        ? wrongHeading(node)
        : node.type === 'link'
          ? wrongLink(node)
          : unused[node.type]
    if (wrong) report(start, wrong)
    if ((node.type === 'strong' || node.type === 'emphasis') && raw.startsWith('_')) {
      const mark = node.type === 'strong' ? '**' : '*'
      const found = `用下划线标出的“${raw.slice(0, 16)}”`
      report(start, { found, expected: `${mark}文字${mark}`, hint: `把下划线改成 ${mark}` })
    }
    if (node.type === 'text') {
      for (const { index, ...words } of literalMarks(raw)) report(start + index, words)
      // A text node may begin after a component or bold words in the middle of a line.
      for (const [pattern, found, expected, hint] of missed)
        for (const { index, 0: mark } of raw.matchAll(pattern))
          if (!pattern.multiline || opensLine(source, start + index))
            report(start + index, { found: `${found} ${mark.trim().slice(0, 16)}`, expected, hint })
    }
  })
  return problems
}
