import { formatPeriod, formatQuantity, undisclosed } from '../../facts/wording.ts'
import type { Observation, Status } from '../../schemas/observation.ts'
import { statusLabel } from '../../schemas/undisclosed.ts'
import type { Cell, Reads, Table } from '../chart.ts'
import { hasValue, type Tally, tallyOf } from './tally.ts'

/** The header of a row, in words taken from records, with the marks that the row describes. */
export function header(text: string, reads?: Reads): Cell {
  return { text, header: true, generated: true, ...(reads && { reads }) }
}

/** The marks of one record, counted from 0 among the records of an indicator. */
export function nth(of: string, index: number): Reads {
  return { of, from: index, to: index + 1 }
}

/** The wording of an observation, bound to its indicator. */
export function quantityCell(observation: Observation): Cell {
  return {
    text: formatQuantity(observation),
    indicator: observation.id,
    status: observation.status,
    value: true,
  }
}

/** Text of a record, or 未公布 if it has none. */
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

/** The marks that a row describes: all of an indicator. */
export function allOf(indicator: string): Reads {
  return { of: indicator, from: 0 }
}

/** The contents of a row's own columns; 未公布 where it has none. */
type Said = Record<string, Cell | string | null | undefined>

/** A row of a figure's table: its subject, its number, its other columns, its status. */
export interface Row {
  head: Cell
  figure: Cell
  said: Said
  status: Status
}

/** A table of rows, with the figure's own columns between number and status. */
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

/** The row of an indicator: what it counts, its number, its period, its other columns. */
export function statedRow(observation: Observation, said: Said = {}, reads?: Reads): Row {
  return {
    head: header(observation.label, reads),
    figure: quantityCell(observation),
    said: { 期间: periodCell(observation), ...said },
    status: observation.status,
  }
}

/** One record as one unit of its indicator (1场): an exact number, whatever the qualifier of the total. */
function oneCell(observation: Observation): Cell {
  const qualifier = { ...observation.qualifier, bound: 'exact', verb: null, scope: null } as const
  const one = { ...observation, value: 1, qualifier, status: 'reported' } as const
  return { text: formatQuantity(one), generated: true, value: true }
}

/**
 * The row for units that are counted but not recorded; none if every unit is recorded. Their number is not stated by
 * any source.
 */
export function restRow(observation: Observation, { known, rest, bound }: Tally): Row[] {
  if (!hasValue(observation) || (rest === 0 && bound !== 'over')) return []
  const head = header(known === 0 ? '逐项' : '其余', { of: observation.id, from: known })
  return [{ head, figure: words(null), said: {}, status: 'undisclosed' }]
}

/**
 * The contents of a counted indicator's rows: the total, and each record, which has the total's period unless it names
 * its own.
 */
interface Counted<Item> {
  total?: Said
  name(record: Item, index: number): string
  of(record: Item): Said
  status?(record: Item): Status
}

/**
 * The rows of a counted indicator: the total, each record as one unit, and the units that are counted but not recorded.
 */
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
