import { range } from 'd3'
import { findIndicator } from '../facts/indicator.ts'
import type { Edition } from '../schemas/edition.ts'
import type { Drawing } from './chart.ts'
import { drawing, stroke } from './markup.ts'
import { miniBlank as blank, miniWidth as width } from './miniBlank.ts'
import { openEnd, sideRoom } from './openEnd.ts'
import { box, round } from './strokes.ts'
import { tallyOf } from './tally.ts'

interface Row {
  name: string
  rows: number
  y: number
  radius: number
  step: number
  mark: string
  shape(x: number, y: number): string
}

const countRows: Row[] = [
  {
    name: 'towns',
    rows: 1,
    y: 7,
    radius: 5,
    step: 0,
    mark: 'dl',
    shape: (x, y) => round(x, y, 5),
  },
  {
    name: 'villages',
    rows: 4,
    y: 32,
    radius: 3,
    step: 11,
    mark: 'ud',
    shape: (x, y) => round(x, y, 3),
  },
  {
    name: 'qr-codes',
    rows: 3,
    y: 84,
    radius: 1.6,
    step: 7,
    mark: 'da',
    shape: (x, y) => box(x - 1.6, y - 1.6, 3.2, 3.2),
  },
]

function countRow(edition: Edition, { name, rows, y, radius, step, mark, shape }: Row): string {
  const observation = findIndicator(edition.indicators, `public-opinion.${name}`)
  const { total, units, bound } = tallyOf(observation, 0)
  const top = y - radius
  const height = 2 * radius + (rows - 1) * step
  if (total === 0) return blank(observation, top, height)
  const room = sideRoom[bound]
  const columns = Math.ceil(total / rows)
  const pitch = (width - 2 * radius - 2) / (Math.max(2, columns) - 1 + room)
  const at = (index: number) => radius + 1 + Math.floor(index / rows) * pitch
  const edge = at((columns - 1) * rows) + radius
  const lead = bound === 'over' ? Math.min(3, pitch * 0.2) : 0
  const side = { x: edge + lead, y: y - step / 2, width: room * pitch - lead, height: rows * step }
  return (
    stroke(mark, ...range(units).map((index) => shape(at(index), y + (index % rows) * step))) +
    openEnd(observation.id, bound, side, { rows })
  )
}

/** The three unlike counts of the network of towns, villages and codes, a row of marks each. */
export function threeCounts(edition: Edition): Drawing {
  return drawing(
    102,
    countRows.map((row) => countRow(edition, row)),
  )
}
