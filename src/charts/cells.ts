import { statusLabel, undisclosed, wordFigure, wordPeriod } from '../facts/wording.ts'
import type { Observation, Status } from '../schemas/observation.ts'
import type { Cell, Reads } from './chart.ts'
import type { Tally } from './tally.ts'
import { hasValue } from './tally.ts'

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

function computed(observation: Observation): Cell {
  const qualifier = { ...observation.qualifier, verb: null, scope: null }
  return { text: wordFigure({ ...observation, qualifier }), generated: true, value: true }
}

/** One record in its indicator's unit (1场), counted exactly whatever is known of their total. */
export function oneCell(observation: Observation): Cell {
  const qualifier = { ...observation.qualifier, bound: 'exact' } as const
  return computed({ ...observation, value: 1, qualifier, status: 'reported' })
}

/** The row of what is counted but not recorded, its `empty` cells 未公布; none when every unit is recorded. */
export function restRow(observation: Observation, tally: Tally, empty: number): Cell[][] {
  const open = tally.bound === 'over'
  // What is short of one whole unit has no number.
  const least = tally.bound === 'near' ? 1 : 0
  if (!hasValue(observation) || (tally.rest === 0 && !open)) return []
  const count: Cell =
    tally.rest <= least
      ? { text: undisclosed, status: 'undisclosed' }
      : computed({ ...observation, value: tally.rest })
  const blank = Array.from({ length: empty }, () => words(null))
  const name = tally.known === 0 ? '逐项' : '其余'
  const unread = { of: observation.id, from: tally.known }
  return [[header(name, unread), count, ...blank, statusCell('undisclosed')]]
}
