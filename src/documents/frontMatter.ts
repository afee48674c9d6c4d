import {
  isMap,
  isNode,
  isScalar,
  parseDocument,
  type Scalar,
  visit,
  type YAMLError,
  type Document as Yaml,
} from 'yaml'
import type { Document } from './document.ts'
import { positionAt } from './position.ts'
import type { Problem, ProblemWords } from './problem.ts'

const words: Partial<Record<YAMLError['code'], [found: string, expected: string]>> = {
  DUPLICATE_KEY: ['重复的属性', '每个属性只写一次'],
  BAD_INDENT: ['缩进不一致', '同级的属性左边对齐'],
  TAB_AS_INDENT: ['用制表符缩进', '用空格缩进'],
  MISSING_CHAR: ['缺少引号、括号或冒号', '成对的引号和括号，属性名后有英文冒号和空格'],
  MULTILINE_IMPLICIT_KEY: ['属性名后没有冒号', '属性名: 值'],
  BLOCK_AS_IMPLICIT_KEY: ['值里的英文冒号', '中文的冒号：，或者整段用英文双引号括起来'],
  MULTIPLE_DOCS: ['多余的 ---', '开头和结尾各一行 ---'],
}

function describe(file: string, text: string, start: number, error: YAMLError): Problem {
  const [found, expected] = words[error.code] ?? ['读不懂的内容', '每行一个“属性名: 值”']
  const hint = '属性名后用英文冒号加空格；以 { 或引号开头的文字，整段用英文双引号括起来'
  return { file, ...positionAt(text, start + error.pos[0]), found, expected, hint }
}

/** Matches unquoted values that YAML would misread, so that they have to be quoted. */
const quotingNeeded = /^[\s{[\]},*&!|>'"%@`#?:-]|: |:$| #|^(?:null|true|false|~|[\d.]+)$|\s$/

/** What a clerk wrote and YAML silently drops: words after #, quotes around the whole value. */
function lostIn({
  comment,
  type,
  value,
}: Pick<Scalar, 'comment' | 'type' | 'value'>): ProblemWords | undefined {
  if (comment) {
    const hint = '空格和 # 后面的字不会印出来；要印出来，整段用英文双引号括起来，不要就删去'
    return { found: `值后面的 #${comment.slice(0, 16)}`, expected: '没有 # 的值', hint }
  }
  const isQuoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE'
  if (!isQuoted || typeof value !== 'string' || quotingNeeded.test(value)) return undefined
  const hint = '这样的引号不会印出来：要印出来，写“”，不要就删去'
  return { found: '括着整个值的引号', expected: `${value.slice(0, 16)}，不加引号`, hint }
}

/**
 * YAML features beyond `name: value` that are refused: references to other values, type tags, names reserved by
 * JavaScript.
 */
function unplain(file: string, text: string, start: number, yaml: Yaml): Problem[] {
  const problems: Problem[] = []
  const report = (at: number | undefined, found: string) =>
    problems.push({
      file,
      ...positionAt(text, start + (at ?? 0)),
      found,
      expected: '每行一个“属性名: 值”',
      hint: '直接写值；以 *、&、! 开头的文字，整段用英文双引号括起来',
    })
  visit(yaml, {
    Alias: (_, { source, range }) => report(range?.[0], `引用别处的 *${source}`),
    Value: (key, node) => {
      const { anchor, tag, range } = node
      if (anchor) report(range?.[0], `记号 &${anchor}`)
      else if (tag) report(range?.[0], `类型标记 ${tag}`)
      else if (isScalar(node) && key !== 'key') {
        const isEscaped = text
          .slice(start + (range?.[0] ?? 0), start + (range?.[1] ?? 0))
          .includes('\\')
        const words = isEscaped ? undefined : lostIn(node)
        if (words) problems.push({ file, ...positionAt(text, start + (range?.[0] ?? 0)), ...words })
      }
    },
    Pair: (_, { key }) => {
      const name = isScalar(key) ? String(key.value) : undefined
      if (name === '<<' || name === '__proto__')
        report(isScalar(key) ? key.range?.[0] : undefined, `属性“${name}”`)
    },
  })
  return problems
}

/** The start and end of the front matter in an MDX text; undefined if there is none. */
export function frontMatterRange(
  text: string,
): { start: number; end: number; close: number } | undefined {
  const match = /^---[ \t]*\r?\n([\s\S]*?)(?:^|\r?\n)---[ \t]*(?:\r?\n|$)/m.exec(text)
  if (match?.index !== 0) return undefined
  const start = match[0].indexOf('\n') + 1
  return { start, end: start + (match[1] as string).length, close: match[0].length }
}

/** Reads the YAML front matter of an MDX text; every value keeps its place in the file. */
export function parseFrontMatter(
  file: string,
  text: string,
): { document?: Document; problems: Problem[] } {
  const range = frontMatterRange(text)
  if (!range) {
    const hint = '文件第一行写 ---，下面写 order、title 等属性，再以一行 --- 结束'
    const found = '没有文件头'
    return {
      problems: [{ file, line: 1, column: 1, found, expected: '以 --- 开始的文件头', hint }],
    }
  }
  const yaml = parseDocument(text.slice(range.start, range.end), { prettyErrors: false })
  const problems = yaml.errors.map((error) => describe(file, text, range.start, error))
  if (problems.length === 0) problems.push(...unplain(file, text, range.start, yaml))
  if (problems.length > 0) return { problems }
  const whole = [range.start, range.end] as const
  const document: Document = {
    file,
    text,
    value: yaml.toJS(),
    rangeOf: (path) => {
      for (let length = path.length; length > 0; length--) {
        const node = yaml.getIn(path.slice(0, length), true)
        if (isNode(node) && node.range) {
          return [range.start + node.range[0], range.start + node.range[1]]
        }
      }
      return whole
    },
    offsetOfKey: (path, key) => {
      const map = path.length > 0 ? yaml.getIn(path, true) : yaml.contents
      const item = isMap(map)
        ? map.items.find((pair) => isScalar(pair.key) && pair.key.value === key)
        : undefined
      const offset = isScalar(item?.key) ? item.key.range?.[0] : undefined
      return range.start + (offset ?? 0)
    },
    isWhole: () => true,
  }
  return { document, problems }
}
