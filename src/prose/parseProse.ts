import type { Nodes, Root } from 'mdast'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { positionAt } from '../documents/position.ts'
import type { Problem, ProblemWords } from '../documents/problem.ts'
import { unknownComponent } from './checkVocabulary.ts'
import { joinLines } from './joinLines.ts'
import { pairQuotes } from './pairQuotes.ts'
import { vocabulary } from './vocabulary.ts'

const processor = unified()
  .use(remarkParse)
  .use(remarkMdx)
  .use(remarkCjkFriendly)
  .use(joinLines)
  .use(pairQuotes)

/** The error that remark-mdx throws. */
interface SyntaxMessage {
  reason: string
  ruleId?: string
  line?: number
  column?: number
}

const quoted = (reason: string) => [...reason.matchAll(/`(<[^`]+>)`/g)].map((match) => match[1])

function describe({ reason, ruleId }: SyntaxMessage): ProblemWords {
  const [first, second] = quoted(reason)
  const tag = /^<([\w-]+)/.exec(first ?? '')?.[1]
  // For a tag that is not allowed anyway, the message is not about closing it.
  if (ruleId === 'end-tag-mismatch' && !second && tag && !vocabulary[tag])
    return unknownComponent(tag)
  if (ruleId === 'end-tag-mismatch' && second) {
    const hint = '组件要成对，或写成以 /> 结束的单个标签'
    return { found: `结束标签 ${first}`, expected: `与 ${second} 成对的结束标签`, hint }
  }
  if (ruleId === 'end-tag-mismatch') {
    const hint = '不含文字的组件以 /> 结束，例如 <Fact id="…" />；含文字的要在同一段里写结束标签'
    return { found: `没有结束的 ${first ?? '标签'}`, expected: '结束标签，或以 /> 结束', hint }
  }
  if (ruleId === 'unexpected-closing-slash') {
    const hint = '删去这个结束标签，或补上前面的开始标签'
    return { found: '没有开始标签的结束标签', expected: '成对的标签', hint }
  }
  if (/brace|expression/.test(reason)) {
    return {
      found: '没有闭合的 {',
      expected: '正文里没有花括号',
      hint: '引用指标用 <Fact id="…" />',
    }
  }
  if (ruleId === 'acorn') {
    const hint = '删去 import、export 和花括号里的代码'
    return { found: '读不懂的代码', expected: '正文和组件', hint }
  }
  const character = /Unexpected character `(.)`/u.exec(reason)?.[1]
  const hint = '属性写作 id="…"，标签以 /> 结束；网址写作 [文字](网址)，正文里的小于号写作 &lt;'
  const found = character ? `标签里出现“${character}”` : '没有写完的标签'
  return { found, expected: '完整的组件标签', hint }
}

/**
 * The deepest nesting allowed, more than any prose needs; recursive functions would overflow the stack at far greater
 * depths.
 */
const maxDepth = 12

/** The first node that is nested too deep, found without recursion. */
function tooDeep(tree: Root): Nodes | undefined {
  let level: Nodes[] = [tree]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > maxDepth) return level[0]
    level = level.flatMap((node) => ('children' in node ? (node.children as Nodes[]) : []))
  }
  return undefined
}

function offsetOfLine(text: string, line: number): number {
  return text.split('\n', line - 1).reduce((sum, each) => sum + each.length + 1, 0)
}

/**
 * The offset of a syntax error: the opening tag that the message names, the brace left open, or the position it gives.
 */
function locate(body: string, { reason, line = 1, column = 1 }: SyntaxMessage): number {
  const opening = /expected a closing tag for `[^`]*` \((\d+):(\d+)-/i.exec(reason)
  if (opening) return offsetOfLine(body, Number(opening[1])) + Number(opening[2]) - 1
  const offset = offsetOfLine(body, line) + column - 1
  return /brace|expression/.test(reason) ? Math.max(0, body.lastIndexOf('{', offset)) : offset
}

/** The text with the paragraph at an offset blanked, every offset kept. */
function blankParagraph(body: string, offset: number): string {
  const lines = body.split('\n')
  const filled = (line: number) => (lines[line] ?? '').trim() !== ''
  let first = positionAt(body, offset).line - 1
  // An error at the end of the file belongs to the last paragraph.
  while (first > 0 && !filled(first)) first--
  let last = first
  while (filled(first - 1)) first--
  while (filled(last + 1)) last++
  return lines
    .map((line, index) => (index >= first && index <= last ? line.replace(/./g, ' ') : line))
    .join('\n')
}

/**
 * Parses the body of an MDX file the way the site does. A paragraph with a syntax error is reported and left out, so
 * that the rest is still checked; `complete` tells whether nothing was left out.
 */
export function parseProse(
  file: string,
  body: string,
): { tree: Root; complete: boolean; problems: Problem[] } {
  const problems: Problem[] = []
  let readable = body.replaceAll('\r\n', ' \n')
  while (readable.trim() !== '') {
    try {
      const parsed = processor.parse(readable)
      const deep = tooDeep(parsed)
      if (deep) {
        const hint = '多半是 >、- 或 * 重复了；引文和列表不套这么多层'
        const found = `套了 ${maxDepth} 层以上的标记`
        const place = positionAt(body, deep.position?.start.offset ?? 0)
        problems.push({ file, ...place, found, expected: '段落和小标题', hint })
        break
      }
      // `runSync` may return another type of tree; these plugins change the given one.
      processor.runSync(parsed, { value: readable })
      return { tree: parsed, complete: problems.length === 0, problems }
    } catch (error) {
      const message = error as SyntaxMessage
      if (message.reason === undefined) throw error
      const offset = locate(readable, message)
      problems.push({ file, ...positionAt(body, offset), ...describe(message) })
      const shorter = blankParagraph(readable, offset)
      if (shorter === readable) break
      readable = shorter
    }
  }
  return { tree: { type: 'root', children: [] }, complete: problems.length === 0, problems }
}
