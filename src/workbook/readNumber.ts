import type { ProblemWords } from '../documents/problem.ts'
import { quote } from '../documents/quote.ts'
import type { GridCell } from './book.ts'
import type { SheetColumn } from './columns.ts'

/** What a cell says, with what the importer should know of how it was read; or why it says nothing. */
export type Read = { value: unknown; notice?: string } | { problem: ProblemWords }

/** Text in half-width characters, as digits, signs and letters may be typed full-width. */
export const halfWidth = (text: string): string => text.normalize('NFKC')

/** A number without the last digits that programs add or lose in working with it: 55.7999…93 as 55.8. */
const rounded = (value: number) => Number(value.toPrecision(15))

const wrong = (found: string, expected: string, hint: string): Read => ({
  problem: { found, expected, hint },
})

/** A share of a hundred where the unit is %, and nowhere else. */
function readShare(share: number, shown: string, unit: string | null): Read {
  if (unit === '%') return { value: rounded(share * 100) }
  const hint =
    unit === null ? '写成数，不用百分数的格式' : `写成以“${unit}”计的数，不用百分数的格式`
  return wrong(`百分数 ${shown}`, '不带百分号的数', hint)
}

/** The number in a cell of a column that holds numbers. */
export function readNumber(column: SheetColumn, cell: GridCell, unit: string | null): Read {
  const { value } = cell
  const expected = column.kind === 'whole' ? '整数' : '数'
  if (value instanceof Date) {
    const shown = value.toISOString().slice(0, 10)
    const hint = '表格软件把它当成了日期：选中这一格，格式改为“常规”，再写一次'
    return wrong(`日期 ${shown}`, expected, hint)
  }
  if (typeof value === 'number') {
    if (cell.isPercent) return readShare(value, `${rounded(value * 100)}%`, unit)
    return { value: rounded(value) }
  }
  if (typeof value !== 'string')
    return wrong(value ? '“TRUE”' : '“FALSE”', expected, '写数，不写真假')
  const text = halfWidth(value).trim()
  const plain = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/
  const bare = unit !== null && text.endsWith(unit) ? text.slice(0, -unit.length).trim() : text
  if (plain.test(bare)) return { value: rounded(Number(bare.replaceAll(',', ''))) }
  if (/%$/.test(text) && plain.test(text.slice(0, -1)))
    return readShare(rounded(Number(text.slice(0, -1).replaceAll(',', '')) / 100), text, unit)
  const hint = /[余多近约超]|以上|左右/.test(text)
    ? '只写数，“余”“近”“约”写在“界”“界的词”那两栏'
    : '只写阿拉伯数字，单位、文字不写'
  return wrong(quote(value), expected, hint)
}
