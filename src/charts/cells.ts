import { statusLabel, undisclosed, wordFigure, wordPeriod } from '../facts/wording.ts'
import type { Observation, Status } from '../schemas/observation.ts'
import type { Cell, Reads } from './chart.ts'
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
export function figureCell(observation: Observation): Cell {
  return {
    text: wordFigure(observation),
    indicator: observation.id,
    status: observation.status,
    value: true,
  }
}

/** Words of a record, 未公布 when it has none. */
export function words(text: string | null | undefined): Cell {
  return text ? { text, generated: true } : { text: undisclosed, status: 'undisclosed' }
}

/** Several words of a record set off by 、, 未公布 when there are none. */
export function wordList(texts: readonly string[] | null | undefined): Cell {
  return words(texts?.join('、'))
}

/** The period of an observation. */
export function periodCell(observation: Observation): Cell {
  const text = wordPeriod(observation.period)
  return observation.period === null ? { text, status: 'undisclosed' } : { text, generated: true }
}

/** A disclosure status in words. */
export function statusCell(status: Status): Cell {
  return { text: statusLabel[status], status }
}

/** The marks of an indicator that a row speaks for: all of them. */
export function allOf(indicator: string): Reads {
  return { of: indicator, from: 0 }
}

/** The row of an indicator: what it counts, its figure, its period, what else is said of it, its status. */
export function statedRow(observation: Observation, said: Cell[] = [], reads?: Reads): Cell[] {
  return [
    header(observation.label, reads),
    figureCell(observation),
    periodCell(observation),
    ...said,
    statusCell(observation.status),
  ]
}

/** One record in its indicator's unit (1场), counted exactly whatever is known of their total. */
export function oneCell(observation: Observation): Cell {
  const qualifier = { ...observation.qualifier, bound: 'exact', verb: null, scope: null } as const
  const one = { ...observation, value: 1, qualifier, status: 'reported' } as const
  return { text: wordFigure(one), generated: true, value: true }
}

/** The row of what is counted but not recorded; none when every unit is recorded. How many that is, is nobody's statement. */
export function restRow(
  observation: Observation,
  { known, rest, bound }: Tally,
  empty: number,
): Cell[][] {
  if (!hasValue(observation) || (rest === 0 && bound !== 'over')) return []
  const blank = Array.from({ length: empty + 1 }, () => words(null))
  const unread = { of: observation.id, from: known }
  return [[header(known === 0 ? '逐项' : '其余', unread), ...blank, statusCell('undisclosed')]]
}

/** What the rows of a counted indicator say between its number and its status. */
interface CountColumns<Item> {
  total: Cell[]
  name(record: Item, index: number): string
  of(record: Item, index: number): Cell[]
  status?(record: Item): Status
}

/** The rows of a counted indicator: the whole, each record as one unit of it, and what is counted but not recorded. */
export function countRows<Item>(
  observation: Observation,
  records: readonly Item[],
  { total, name, of, status = () => 'reported' }: CountColumns<Item>,
): Cell[][] {
  return [
    [header(observation.label), figureCell(observation), ...total, statusCell(observation.status)],
    ...records.map((record, index) => [
      header(name(record, index), nth(observation.id, index)),
      oneCell(observation),
      ...of(record, index),
      statusCell(status(record)),
    ]),
    ...restRow(observation, tallyOf(observation, records.length), total.length),
  ]
}
