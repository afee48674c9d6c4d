import { nearestName } from '../documents/nearestName.ts'
import { innerQuotes, quote } from '../documents/quote.ts'
import { type GridCell, isBlank } from './book.ts'
import { emptyList, type KeyNames } from './cellContent.ts'
import type { SheetColumn } from './columns.ts'
import { mayBeBlank } from './explainColumn.ts'
import { readCalendar } from './readDay.ts'
import { readDegrees } from './readDegrees.ts'
import { halfWidth, type Read, readNumber } from './readNumber.ts'

/** What is needed to read the cells of an edition. */
export interface CellContext {
  names: KeyNames
  year: number
}

const wrong = (found: string, expected: string, hint: string): Read => ({
  problem: { found, expected, hint },
})

const listed = (labels: readonly string[]) =>
  labels
    .slice(0, 14)
    .map((label) => `“${label}”`)
    .join('、')

/** What is compared of a label: no case, no spaces, no full-width letters, no remark in brackets. */
const folded = (text: string) =>
  halfWidth(text)
    .replace(/\s+/g, '')
    .replace(/\(.*\)$/, '')
    .toLowerCase()

/** The value that a label stands for, among those that can be chosen. */
function choose({ choices, aliases }: SheetColumn, text: string): string | undefined {
  const plain = (words: string) => folded(words).replaceAll('-', '')
  const typed = plain(text)
  const whole = halfWidth(text).trim()
  const found = [...choices].find(
    ([value, label]) =>
      whole === halfWidth(label) ||
      [value, label, ...(aliases[value] ?? [])].some((words) => plain(words) === typed),
  )
  return found?.[0]
}

function readChoice(column: SheetColumn, text: string): Read {
  const value = choose(column, text)
  if (value !== undefined) return { value }
  const labels = [...column.choices.values()]
  const near = nearestName(text, labels)
  return wrong(quote(text), `${listed(labels)}之一`, near ? `是不是“${near}”` : '从下拉的单子里选')
}

/** The key that a text names in a register whose keys have names: by the key, the name, or both. */
function readNamed(column: SheetColumn, text: string, named: ReadonlyMap<string, string>): Read {
  const [, code, name] = /^(\S+?)(?:\s+(.*))?$/s.exec(halfWidth(text).trim()) ?? []
  const byName = (words: string) =>
    [...named]
      .filter(([, each]) => each !== '' && folded(each) === folded(words))
      .map(([key]) => key)
  if (code !== undefined && named.has(code)) {
    const own = named.get(code) ?? ''
    if (!name || folded(name) === folded(own)) return { value: code }
    return wrong(quote(text), `“${code} ${own}”`, '代码和名称不是同一个，对照名录改正')
  }
  const [key, ...others] = byName(text)
  if (key !== undefined && others.length === 0) return { value: key }
  const known = [...named].map(([each, words]) => words || each)
  const near = nearestName(name ?? text, known) ?? known.find((each) => each.includes(text.trim()))
  const hint = near ? `是不是“${near}”` : '从下拉的单子里选；单子里没有的，先登记'
  return wrong(quote(text), `${column.title.replace(/代码$/, '')}名录里的一个`, hint)
}

/** What people write into a cell that is to be left empty. */
const fillers = /^(?:[/\\|·.…*＊×-]+|[—–－]+|无|暂无|没有|不详|未知|待定|待补|n\/?a|null|none|空)$/i

function readItem(column: SheetColumn, text: string, { names }: CellContext): Read {
  const named = column.refersTo === undefined ? undefined : names.get(column.refersTo)
  if (column.choices.size > 0) return readChoice(column, text)
  if (named) return readNamed(column, text, named)
  if (text !== text.trim())
    return wrong(`首尾有空格的${quote(text)}`, quote(text), '删去首尾的空格')
  return { value: text }
}

function readText(column: SheetColumn, cell: GridCell, context: CellContext): Read {
  const { value } = cell
  if (value instanceof Date) {
    const hint = '表格软件把它当成了日期：选中这一格，格式改为“文本”，照原样再写一次'
    return wrong(`日期 ${value.toISOString().slice(0, 10)}`, '文字', hint)
  }
  if (typeof value === 'boolean')
    return wrong(value ? '“TRUE”' : '“FALSE”', '文字', '格式改为“文本”，再写一次')
  if (typeof value === 'number') {
    const isCode = column.refersTo !== undefined || column.choices.size > 0
    const hint = '数会丢开头的零、末尾的位数：选中这一格，格式改为“文本”，再写一次'
    if (cell.isPercent || !Number.isSafeInteger(value) || (column.isKey && !isCode))
      return wrong(`数 ${value}`, '文字', hint)
    return readItem(column, String(value), context)
  }
  const text = String(value)
  if (text.includes('\n'))
    return wrong('分成几行的文字', '写在一行里的文字', '删去换行（Alt+Enter），太长也不换行')
  return readItem(column, text, context)
}

function readList(column: SheetColumn, cell: GridCell, context: CellContext): Read {
  if (typeof cell.value !== 'string') {
    const read = readText(column, cell, context)
    return 'problem' in read ? read : { ...read, value: [read.value] }
  }
  if (cell.value.trim() === emptyList) return { value: [] }
  const lines = cell.value.split('\n').map((line) => line.trim())
  const items = (lines.length > 1 ? lines : lines.flatMap((line) => line.split(/[；;]/)))
    .map((item) => item.trim())
    .filter((item) => item !== '')
  const joined = items.find((item) => /、/.test(item))
  if (items.length === 1 && joined && !/[；;]/.test(cell.value))
    return wrong(
      quote(joined),
      '一行一个',
      '在格子里按 Alt+Enter 换行，或者用分号“；”隔开；名字里本来有顿号的，末尾加“；”',
    )
  const read = items.map((item) => readItem(column, item, context))
  const bad = read.find((each) => 'problem' in each)
  return bad ?? { value: read.map((each) => ('value' in each ? each.value : null)) }
}

function readYesNo({ value }: GridCell): Read {
  if (typeof value === 'boolean') return { value }
  const text = folded(String(value))
  if (/^(?:是|对|true|yes|y|1|√|✓)$/.test(text)) return { value: true }
  if (/^(?:否|不是|false|no|n|0|×)$/.test(text)) return { value: false }
  return wrong(quote(value), '“是”或“否”', '从下拉的单子里选')
}

function readFilled(
  column: SheetColumn,
  cell: GridCell,
  context: CellContext,
  unit: string | null,
): Read {
  if (column.axis) return readDegrees(column.axis, cell)
  if (column.isList) return readList(column, cell, context)
  switch (column.kind) {
    case 'whole':
    case 'number':
      return readNumber(column, cell, unit)
    case 'day':
    case 'month':
    case 'yearOrMonth':
      return readCalendar(column, cell, context.year)
    case 'yesNo':
      return readYesNo(cell)
    default:
      return readText(column, cell, context)
  }
}

/** What stands in a cell where nothing should: a stroke, 无, 不详. */
function readFiller(column: SheetColumn, text: string): Read | undefined {
  if (text === column.absent && column.isNullable) return { value: undefined }
  if (!fillers.test(text) || !mayBeBlank(column) || column.choices.size > 0 || column.isKey)
    return undefined
  const said = column.absent === '无' ? '' : `，网页上就写“${innerQuotes(column.absent)}”`
  return wrong(`“${text}”`, '留空的格子', `没有内容就留空${said}`)
}

/**
 * The value of a cell, undefined where it is blank; or what is wrong with it, in the words of those who fill cells.
 * `unit` is what numbers of this record are counted in.
 */
export function readCell(
  column: SheetColumn,
  cell: GridCell | undefined,
  context: CellContext,
  unit: string | null,
): Read {
  if (cell?.isError)
    return wrong(
      `错误值 ${String(cell.value)}`,
      '能读的值',
      '这一格的公式算错了；改好公式，或者直接写值',
    )
  if (cell?.isFormula && cell.value === null)
    return wrong('没有算出结果的公式', '值', '用 Excel、WPS 打开存一次，或者选择性粘贴成值')
  if (!cell || isBlank(cell)) return { value: undefined }
  if (typeof cell.value === 'string' && cell.value.trim() === '')
    return wrong('只有空格的格子', '留空的格子', '选中这一格，按 Delete')
  const filler = typeof cell.value === 'string' && readFiller(column, halfWidth(cell.value).trim())
  if (filler) return filler
  const read = readFilled(column, cell, context, unit)
  if ('problem' in read || !cell.isFormula) return read
  return { ...read, notice: read.notice ?? '是公式，取了上次算出的值' }
}
