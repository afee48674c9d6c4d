import { quote } from '../documents/quote.ts'
import type { GridCell } from './book.ts'
import type { SheetColumn } from './columns.ts'
import { halfWidth, type Read } from './readNumber.ts'

const padded = (value: number) => String(value).padStart(2, '0')

const isDay = (year: number, month: number, day: number) => {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

const examples = {
  day: '日期，例如 2025-11-20',
  month: '月份，例如 2025-01',
  yearOrMonth: '年份或月份，例如 2025、2025-10',
}
type Calendar = keyof typeof examples

const wrong = (kind: Calendar, found: string, hint: string): Read => ({
  problem: { found, expected: examples[kind], hint },
})

/** A time as records keep it, as exactly as the column tells it. */
function worded(kind: Calendar, year: number, month?: number, day?: number): string | undefined {
  if (month !== undefined && (month < 1 || month > 12)) return undefined
  if (day !== undefined && !isDay(year, month as number, day)) return undefined
  const yearMonth = month === undefined ? String(year) : `${year}-${padded(month)}`
  if (kind === 'day') return day === undefined ? undefined : `${yearMonth}-${padded(day)}`
  if (kind === 'month') return month === undefined ? undefined : yearMonth
  return yearMonth
}

/** The day that a number stands for in the sheets of the 1900 system. */
const dayOfSerial = (serial: number) => new Date(Date.UTC(1899, 11, 30 + Math.floor(serial)))

/** How far from the year of an edition a number is still taken for a day. */
const yearsBefore = 15
const yearsAfter = 2

const patterns = [
  /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:[T ]0{1,2}:00(?::00(?:\.0+)?)?Z?)?$/,
  /^(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})[日号])?)?$/,
  /^(\d{4})()()$/,
  /^(\d{4})(\d\d)(\d\d)$/,
]

function readText(kind: Calendar, value: string): Read {
  const text = halfWidth(value)
    .replace(/\s*([年月日号/.-])\s*/g, '$1')
    .trim()
  const match = patterns.map((pattern) => pattern.exec(text)).find(Boolean)
  if (!match) {
    const hint = /^\d{1,2}[-/.月]\d{1,2}日?$/.test(text)
      ? '没有年份，也分不清哪个是月、哪个是日；写全年月日'
      : /^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}$/.test(text)
        ? '年份写在前面，写四位数'
        : '只写年月日，别的写在文字的栏里'
    return wrong(kind, quote(value), hint)
  }
  const [year, month, day] = match.slice(1).map((part) => (part ? Number(part) : undefined))
  const found = worded(kind, year as number, month, day)
  if (found === undefined) {
    const isWhole = kind === 'month' ? month !== undefined : day !== undefined
    return wrong(
      kind,
      quote(value),
      isWhole ? '没有这一天，对照原件' : '写全了再填；只知道年份的写在文字的栏里',
    )
  }
  if (kind === 'month' && day !== undefined && day !== 1)
    return wrong(kind, quote(value), '只写到月')
  return { value: found }
}

/** The day, month or year in a cell of a column that holds one. */
export function readCalendar(column: SheetColumn, { value }: GridCell, year: number): Read {
  const kind = column.kind as Calendar
  if (typeof value === 'string') return readText(kind, value)
  if (typeof value === 'boolean') return wrong(kind, value ? '“TRUE”' : '“FALSE”', '写日期')
  if (value instanceof Date) {
    const [y, month, day] = [value.getUTCFullYear(), value.getUTCMonth() + 1, value.getUTCDate()]
    if (kind === 'day') return { value: worded('day', y, month, day) }
    return { value: worded(kind, y, month) }
  }
  const serial = Number(value)
  if (kind === 'yearOrMonth' && Number.isInteger(serial) && serial >= 1900 && serial <= 2200)
    return { value: String(serial) }
  const date = dayOfSerial(serial)
  const near =
    date.getUTCFullYear() >= year - yearsBefore && date.getUTCFullYear() <= year + yearsAfter
  if (kind !== 'day' || !near)
    return wrong(kind, `数 ${serial}`, '选中这一格，格式改为“日期”，看是不是要写的那一天')
  const shown = date.toISOString().slice(0, 10)
  return { value: shown, notice: `${serial} 按日期读作 ${shown}` }
}
