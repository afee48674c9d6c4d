import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkCharacters } from './checkCharacters.ts'
import type { Problem } from './problem.ts'
import { keepUnchanged } from './unchanged.ts'

const missing = (code: string | undefined) =>
  code === 'ENOENT'
    ? { found: '缺少这个文件', hint: '恢复这个文件，或从版本记录里取回' }
    : { found: `读不出这个文件（${code ?? '未知原因'}）`, hint: '核对它是不是文件、有没有读取权限' }

/**
 * The text of a file below root, without a byte order mark; a missing, empty or non-UTF-8 file is a problem, and so is
 * every character that is not allowed in content.
 */
export function readText(root: string, file: string): { text?: string; problems: Problem[] } {
  const problem = (found: string, expected: string, hint: string): Problem => ({
    file,
    line: 1,
    column: 1,
    found,
    expected,
    hint,
  })
  let bytes: Buffer
  try {
    bytes = readFileSync(join(root, file))
  } catch (error) {
    const { found, hint } = missing((error as NodeJS.ErrnoException).code)
    return { problems: [problem(found, '可以读取的文件', hint)] }
  }
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    const hint = '用编辑器另存为 UTF-8 编码；从表格软件导出时不要选 GBK 或 ANSI'
    return { problems: [problem('不是 UTF-8 编码的内容', 'UTF-8 编码', hint)] }
  }
  const problems: Problem[] = []
  if (text.startsWith('\uFEFF')) {
    text = text.slice(1)
    const hint = '另存为“UTF-8”，不要选“UTF-8 BOM”'
    problems.push(problem('文件开头的 BOM 标记', '不带 BOM 的 UTF-8', hint))
  }
  if (text.trim() === '') {
    problems.push(problem('空文件', '有内容的文件', '恢复内容，或从版本记录里取回'))
    return { problems }
  }
  const read = takeText(file, text)
  return { text: read.text, problems: [...problems, ...read.problems] }
}

interface Taken {
  text: string
  problems: readonly Problem[]
}

const taken = keepUnchanged<Taken>()

/** A text as one read from a file: every character that content may not hold is a problem. */
export const takeText = (file: string, text: string): Taken =>
  taken(file, [text], () => ({
    // Control characters would stop the parsers, whose own messages are not in Chinese.
    text: text.replace(/(?![\t\n\r])\p{Cc}/gu, ' '),
    problems: checkCharacters(file, text),
  }))
