import { formatPeriod, formatQuantity, undisclosed } from '../../facts/wording.ts'
import type { Observation, Status } from '../../schemas/observation.ts'
import { statusLabel } from '../../schemas/undisclosed.ts'
import type { Cell, Reads, Table } from '../chart.ts'
import { hasValue, type Tally, tallyOf } from './tally.ts'

/** The header of a row, in words taken from records, and the marks it speaks for. */
export function header(text: string, reads?: Reads): Cell {
  return { text, header: true, generated: true, ...(reads && { reads }) }
}

/** The marks of one record, counted from 0 among the records of an indicator. */
export function nth(of: string, index: number): Reads {
  return { of, from: index, to: index + 1 }
}

/** A worded figure, bound to its indicator. */
export function quantityCell(observation: Observation): Cell {
  return {
    text: formatQuantity(observation),
    indicator: observation.id,
    status: observation.status,
    value: true,
  }
}

/** Words of a record, 未公布 when it has none. */
export function words(text: string | null | undefined): Cell {
  return text ? { text, generated: true } : { text: undisclosed, status: 'undisclosed' }
}

/** The period of an observation. */
export function periodCell({ period }: Pick<Observation, 'period'>): Cell {
  const text = formatPeriod(period)
  return period === null ? { text, status: 'undisclosed' } : { text, generated: true }
}

/** A disclosure status in words. */
export function statusCell(status: Status): Cell {
  return { text: statusLabel[status], status }
}

/** The marks of an indicator that a row speaks for: all of them. */
export function allOf(indicator: string): Reads {
  return { of: indicator, from: 0 }
}

/** What a row says in each column of its own; 未公布 where it says nothing. */
type Said = Record<string, Cell | string | null | undefined>

/** A row of a figure's table: what it is about, its number, what else is said of it, its status. */
export interface Row {
  head: Cell
  figure: Cell
  said: Said
  status: Status
}

/** A table of rows, with the columns of its own between their numbers and their status. */
export function tableOf(columns: readonly string[], rows: readonly Row[]): Table {
  const cell = (said: Said[string]) => (typeof said === 'object' && said ? said : words(said))
  return {
    columns: ['项目', '数', ...columns, '状态'],
    rows: rows.map(({ head, figure, said, status }) => [
      head,
      figure,
      ...columns.map((column) => cell(said[column])),
      statusCell(status),
    ]),
  }
}

/** The row of an indicator: what it counts, its figure, its period, what else is said of it. */
export function statedRow(observation: Observation, said: Said = {}, reads?: Reads): Row {
  return {
    head: header(observation.label, reads),
    figure: quantityCell(observation),
    said: { 期间: periodCell(observation), ...said },
    status: observation.status,
  }
}

/** One record in its indicator's unit (1场), counted exactly whatever is known of their total. */
function oneCell(observation: Observation): Cell {
  const qualifier = { ...observation.qualifier, bound: 'exact', verb: null, scope: null } as const
  const one = { ...observation, value: 1, qualifier, status: 'reported' } as const
  return { text: formatQuantity(one), generated: true, value: true }
}

/** The row of what is counted but not recorded; none when every unit is recorded. How many that is, is nobody's statement. */
export function restRow(observation: Observation, { known, rest, bound }: Tally): Row[] {
  if (!hasValue(observation) || (rest === 0 && bound !== 'over')) return []
  const head = header(known === 0 ? '逐项' : '其余', { of: observation.id, from: known })
  return [{ head, figure: words(null), said: {}, status: 'undisclosed' }]
}

/** What the rows of a counted indicator say: the whole, and each record, which is of the same period unless it says of which. */
interface Counted<Item> {
  total?: Said
  name(record: Item, index: number): string
  of(record: Item): Said
  status?(record: Item): Status
}

/** The rows of a counted indicator: the whole, each record as one unit of it, and what is counted but not recorded. */
export function countRows<Item>(
  observation: Observation,
  records: readonly Item[],
  { total, name, of, status = () => 'reported' }: Counted<Item>,
): Row[] {
  return [
    statedRow(observation, total),
    ...records.map((record, index) => ({
      head: header(name(record, index), nth(observation.id, index)),
      figure: oneCell(observation),
      said: { 期间: periodCell(observation), ...of(record) },
      status: status(record),
    })),
    ...restRow(observation, tallyOf(observation, records.length)),
  ]
}
