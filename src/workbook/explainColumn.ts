import { cellContent, type KeyNames } from './cellContent.ts'
import type { SheetColumn } from './columns.ts'
import { workbookFiles } from './sheets.ts'

const kindWords: Partial<Record<SheetColumn['kind'], string>> = {
  whole: '整数',
  number: '数',
  yesNo: '是或否',
  day: '日期，例如 2025-11-20',
  month: '月份，例如 2025-01',
  yearOrMonth: '年份或月份，例如 2025、2025-10',
}

/** A sentence of a schema as those who fill cells say it: where a file has null, a cell is left empty. */
export const plainDescription = (description: string): string =>
  description
    .replace(/，?(?:见|是) data\/[\w-]+\.json[^，；。：]*/g, '')
    .replace(/(?:(?:均)?为|写) null/g, '留空')
    .replace(/([^，；。：]+) null/g, '$1空着')

const everyColumn = workbookFiles.flatMap(({ values, sheets }) => [
  ...values,
  ...sheets.flatMap(({ columns }) => columns),
])

/** The words for the values that files hold, without what is said of them in brackets. */
const labelOf = new Map(
  everyColumn.flatMap(({ choices }) =>
    [...choices].map(([value, label]) => [value, label.replace(/（.*/, '')] as const),
  ),
)

const titleOf = new Map(everyColumn.map(({ path, title }) => [String(path.at(-1)), title]))

/** A description without the values and names that files alone have: its own choices are said once, others by their words. */
const withoutCodes = (description: string, own: SheetColumn['choices']): string =>
  description
    .replace(/(?<![\w-])([a-z][\w-]*) (为(?!“))?(?=\p{Script=Han})/gu, (whole, code, is = '') =>
      own.has(code) ? '' : labelOf.has(code) ? labelOf.get(code) + is : whole,
    )
    .replace(/ ?\b[a-z]+[A-Z]\w*/g, (name) =>
      titleOf.has(name.trim()) ? `“${titleOf.get(name.trim())}”` : name,
    )

/** Whether a cell of a column may be left empty. */
export const mayBeBlank = (column: SheetColumn): boolean =>
  column.isNullable || column.mayBeLeftOut || column.isList

/** The choices there are, unless the description names them. */
function chooseFrom({ choices, description }: SheetColumn): string {
  const labels = [...choices.values()]
  if (labels.every((label) => description.includes(label))) return '从下拉的单子里选。'
  return `从下拉的单子里选：${labels.join('、')}。`
}

/** How a column is filled: what it means, in what unit, from what choices, whether it may be empty. */
export function explainColumn(column: SheetColumn): string[] {
  const { choices, kind, unit, isList, isKey } = column
  const kindWord = kindWords[kind]
  return [
    withoutCodes(plainDescription(column.description), choices),
    ...(kindWord ? [`写${kindWord}${unit ? `，单位“${unit}”` : ''}。`] : []),
    ...(choices.size > 0 ? [chooseFrom(column)] : []),
    ...(isList ? ['一行写一个（在格子里按 Alt+Enter 换行）。'] : []),
    ...(mayBeBlank(column) || isKey ? [] : ['必须填。']),
  ]
}

/** A value that stands in the column already, as a cell shows it; the smallest example of how it is filled. */
export function cellExample(
  column: SheetColumn,
  values: Iterable<unknown>,
  names: KeyNames,
): string | undefined {
  for (const value of values) {
    const content = cellContent(column, value, names)
    if (content === null || content === '') continue
    const text = content instanceof Date ? content.toISOString().slice(0, 10) : String(content)
    return text.split('\n')[0]
  }
  return undefined
}
