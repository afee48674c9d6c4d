import { csvParseRows, tsvParseRows } from 'd3'
import { unguardFormula } from '../datasets/csv.ts'
import { codesOf } from '../facts/characters.ts'
import { addressOf, type Grid } from './book.ts'
import type { CellProblem } from './cellProblem.ts'

/** The text of a CSV: UTF-8 with or without its mark, or the encoding that Chinese Excel saves in. */
function decode(bytes: Uint8Array): { text: string; encoding: string } | undefined {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    const encoding = bytes[0] === 0xff ? 'utf-16le' : 'utf-16be'
    return { text: new TextDecoder(encoding).decode(bytes), encoding: 'UTF-16' }
  }
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      // The label gbk would give 䶮 as a private character.
      return {
        text: new TextDecoder(encoding, { fatal: true }).decode(bytes),
        encoding: encoding.toUpperCase(),
      }
    } catch {}
  }
  return undefined
}

const wrong = (found: string, expected: string, hint: string, cell = 'A1'): CellProblem => ({
  sheet: null,
  cell,
  found,
  expected,
  hint,
})

/** Line and column of the quotation mark that is never closed. */
function openQuote(text: string): string | undefined {
  const quotes = [...text.matchAll(/"/g)]
  if (quotes.length % 2 === 0) return undefined
  let line = 1
  let isOpen = false
  let opened = 1
  for (const { 0: mark } of text.matchAll(/"|\n/g)) {
    if (mark === '"') {
      isOpen = !isOpen
      if (isOpen) opened = line
    } else line++
  }
  return `第 ${opened} 行`
}

/** A CSV file as a sheet without a name; every private character in it, which some other program put there, is a problem. */
export function readCsv(bytes: Uint8Array): { grid?: Grid; problems: CellProblem[] } {
  const decoded = decode(bytes)
  if (!decoded)
    return {
      problems: [
        wrong(
          '读不出的编码',
          'UTF-8 或 GB18030 的 CSV',
          '在表格软件里另存为“CSV UTF-8（逗号分隔）”，或者直接导入 .xlsx',
        ),
      ],
    }
  const { text } = decoded
  if (text.trim() === '')
    return { problems: [wrong('空文件', '有内容的 CSV', '多半是没有存好，重新存一次')] }
  const unclosed = openQuote(text)
  if (unclosed)
    return {
      problems: [
        wrong(
          '没有合上的引号',
          '成对的英文双引号',
          '这一行里的英文双引号成对写；直接导入 .xlsx 就没有这个问题',
          unclosed,
        ),
      ],
    }
  const head = text.slice(0, text.search(/[\r\n]|$/))
  const rows = head.includes('\t') && !head.includes(',') ? tsvParseRows(text) : csvParseRows(text)
  const problems: CellProblem[] = []
  const cells = rows.map((row, index) =>
    row.map((cell, column) => {
      const private_ = /[\uE000-\uF8FF\uFFFD]/.exec(cell)?.[0]
      if (private_) {
        const hint = '这个字在存文件时丢了：直接导入 .xlsx，或者另存为“CSV UTF-8（逗号分隔）”'
        problems.push(
          wrong(`认不出的字（${codesOf(private_)}）`, '能显示的字', hint, addressOf(index, column)),
        )
      }
      const value = unguardFormula(cell.replace(/\r\n?/g, '\n'))
      return { value: value === '' ? null : value }
    }),
  )
  return { grid: { title: null, rows: cells }, problems }
}
