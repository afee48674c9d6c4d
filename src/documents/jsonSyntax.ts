import type { ParseError } from 'jsonc-parser'
import { positionAt } from './position.ts'
import type { Problem, ProblemWords } from './problem.ts'
import { quote } from './quote.ts'

/** A syntax error, and whether the rest of the file can still be trusted. */
export interface JsonSyntaxError {
  problem: Problem
  offset: number
  breaksStructure: boolean
}

/** Full-width marks that input methods leave where JSON needs ASCII. */
const asciiOf: Record<string, string> = {
  '“': '"',
  '”': '"',
  '‘': '"',
  '’': '"',
  '，': ',',
  '：': ':',
  '｛': '{',
  '｝': '}',
  '【': '[',
  '】': ']',
}

// jsonc-parser exports these codes as a const enum, which does not exist at run time.
const code = {
  invalidSymbol: 1,
  nameExpected: 3,
  valueExpected: 4,
  colonExpected: 5,
  commaExpected: 6,
  braceExpected: 7,
  bracketExpected: 8,
  endExpected: 9,
  comment: 10,
  unclosedComment: 11,
  unclosedString: 12,
  unfinishedNumber: 13,
  unicode: 14,
  escape: 15,
  character: 16,
} as const

type Advice = Pick<ProblemWords, 'expected' | 'hint'>

const advice: Record<number, Advice> = {
  [code.invalidSymbol]: {
    expected: '合法的 JSON 内容',
    hint: '文字要放在英文双引号里，文字里的引号写“”；数字写阿拉伯数字',
  },
  [code.nameExpected]: { expected: '英文双引号括起的属性名', hint: '核对这里的引号、逗号和括号' },
  [code.valueExpected]: { expected: '一个值', hint: '没有值就写 null' },
  [code.colonExpected]: { expected: '英文冒号 :', hint: '属性名与值之间用英文冒号' },
  [code.commaExpected]: { expected: '英文逗号 ,', hint: '在上一项的末尾补一个英文逗号' },
  [code.braceExpected]: { expected: '右花括号 }', hint: '补上与前面 { 对应的 }' },
  [code.bracketExpected]: { expected: '右方括号 ]', hint: '补上与前面 [ 对应的 ]' },
  [code.endExpected]: { expected: '文件到此结束', hint: '删去多余的内容，或核对前面的括号' },
  [code.comment]: { expected: '不含注释的 JSON', hint: '删去注释' },
  [code.unclosedComment]: { expected: '不含注释的 JSON', hint: '删去注释' },
  [code.unclosedString]: {
    expected: '以英文双引号结束的文本',
    hint: '在文本末尾补英文双引号；文本不能换行',
  },
  [code.unfinishedNumber]: { expected: '完整的数字', hint: '补全数字，例如 55.8' },
  [code.unicode]: { expected: '四位十六进制的 \\u 转义', hint: '直接写汉字即可，不必转义' },
  [code.escape]: { expected: '合法的转义', hint: '反斜杠要写成两个' },
  [code.character]: { expected: '不含制表符等控制字符的文本', hint: '删去文本里的制表符' },
}

const unreadable: ReadonlySet<number> = new Set([code.invalidSymbol, code.unclosedString])

const harmless: ReadonlySet<number> = new Set([
  code.commaExpected,
  code.comment,
  code.unclosedString,
  code.unfinishedNumber,
  code.unicode,
  code.escape,
  code.character,
])

function describe(text: string, { error, offset, length }: ParseError): JsonSyntaxError {
  const place = (at: number) => ({ ...positionAt(text, at), file: '' })
  const before = text.slice(0, offset).trimEnd()
  const token = text.slice(offset, offset + length)
  if (/^[}\]]/.test(token) && before.endsWith(',')) {
    const found = '末项后面多余的逗号'
    const hint = '删去这个逗号'
    const problem = { ...place(before.length - 1), found, expected: '末项之后没有逗号', hint }
    return { problem, offset, breaksStructure: false }
  }
  const number = /[\d.]+,?$/.exec(before)?.[0] ?? ''
  if (/^\d/.test(token) && /^0$|,$/.test(number)) {
    const isComma = number.endsWith(',')
    const expected = isComma ? '不带逗号的数' : '不以 0 开头的数'
    const hint = isComma ? '千分位不写逗号' : '删去 0；是编号就加英文双引号'
    const at = offset - number.length
    const whole = /^[\d,.]+/.exec(text.slice(at))?.[0]
    const found = `${isComma ? '数里的逗号' : '以 0 开头的数'} ${whole}`
    return { problem: { ...place(at), found, expected, hint }, offset: at, breaksStructure: true }
  }
  if (error === code.commaExpected) {
    const found = `${quote(before.slice(-12))}之后缺少逗号`
    const at = Math.max(0, before.length - 1)
    const problem = { ...place(at), found, ...(advice[error] as Advice) }
    return { problem, offset: at, breaksStructure: false }
  }
  const { expected, hint } = advice[error] ?? (advice[code.invalidSymbol] as Advice)
  const mark = [...token].find((character) => asciiOf[character])
  const problem = {
    ...place(offset),
    found: token === '' ? '文件结尾' : quote(token),
    expected,
    hint: mark ? `把全角的 ${mark} 改成英文的 ${asciiOf[mark]}` : hint,
  }
  return { problem, offset, breaksStructure: !harmless.has(error) }
}

/**
 * The parse errors of a JSON text in Chinese, at most one per line, because later errors on the line follow from the
 * first.
 */
export function describeSyntax(
  file: string,
  text: string,
  errors: readonly ParseError[],
): JsonSyntaxError[] {
  const byLine = new Map<number, JsonSyntaxError>()
  let unread: JsonSyntaxError | undefined
  for (const error of errors) {
    const described = describe(text, error)
    described.problem.file = file
    const { line } = described.problem
    // The parser takes whatever follows an unreadable token as its replacement, and reports a second error there.
    const consequence = unread && positionAt(text, error.offset).line <= unread.problem.line + 1
    const first = byLine.get(line) ?? (consequence ? unread : undefined)
    if (first) {
      first.breaksStructure ||= described.breaksStructure
      continue
    }
    if (unreadable.has(error.error)) unread = described
    byLine.set(line, described)
  }
  return [...byLine.values()]
}
