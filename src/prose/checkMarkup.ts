import type { Nodes, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { positionAt } from '../records/position.ts'
import type { Problem, ProblemWords } from '../records/problem.ts'
import { rangeOf } from './prosePassages.ts'

/** What prose needs to write a mark that the syntax would take for its own. */
const references = new Set(['&lt;', '&gt;', '&amp;', '&#123;', '&#125;', '&#42;', '&#95;'])

const comment = /^\s*(?:\/\*[\s\S]*\*\/\s*)*$/

function* literalMarks(raw: string): Generator<{ index: number } & ProblemWords> {
  for (const match of raw.matchAll(/\*\*|__/g)) {
    const hint = match[0] === '**' ? '核对加粗的两端是否各有 **，里面不留空格' : '加粗写作 **文字**'
    yield { index: match.index, found: `没有生效的 ${match[0]}`, expected: '成对的 **加粗**', hint }
  }
}

/** Markdown that the site does not use or would print as it stands: code, other headings, __ and stray **. */
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
    if (node.type === 'heading' && node.depth !== 2) {
      const found = `${node.depth} 级标题`
      const hint = '章题写在文件头的 title；正文里的小标题一律用 ##'
      report(start, { found, expected: '两个 # 开头的小标题', hint })
    }
    if ((node.type === 'strong' || node.type === 'emphasis') && raw.startsWith('_')) {
      const mark = node.type === 'strong' ? '**' : '*'
      const found = `用下划线标出的“${raw.slice(0, 16)}”`
      report(start, { found, expected: `${mark}文字${mark}`, hint: `把下划线改成 ${mark}` })
    }
    if (node.type === 'text') {
      for (const { index, ...words } of literalMarks(raw)) report(start + index, words)
    }
  })
  return problems
}
