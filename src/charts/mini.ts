import { arrow, dot, type Markish, ruleX, ruleY } from '@observablehq/plot'
import { cross, pairs, range } from 'd3'
import { findIndicator } from '../facts/indicator.ts'
import type { Edition } from '../schemas/edition.ts'
import { cuts, type Drawing } from './chart.ts'
import { edgeToEdge, inColumns, inRows, type TileMarks, tiles } from './marks/units.ts'
import { drawing, stroke } from './markup.ts'
import { plot, type Spec } from './plot.ts'
import { box } from './strokes.ts'
import { hasValue, type Tally, tallyOf } from './tally.ts'

/** One count of a small drawing: its indicator, the records behind it, how tall a row of its units is, and their spec. */
interface Count {
  of: string
  records?: readonly unknown[]
  tall: number
  spec(of: string, tally: Tally): Omit<Spec, 'height'> & { rows: number; marks: Markish[] }
}

const cut = { ...cuts.s, width: 280 }

/** Tiles in rows of so many, a gap apart, all of them firm or those that are recorded. */
function tiled(most: number, gap: number, look: TileMarks, firm: 'units' | 'known'): Count['spec'] {
  return (of, tally) => {
    const field = inRows(of, tally, most, gap)
    const marks = tiles(of, field, tally[firm], gap, look)
    return { rows: field.rows, ...field.scales, margin: 1 - gap / 2, marks }
  }
}

/** Sheets of paper, the recorded ones with an arrow from each to the next. */
const sheets: Count['spec'] = (of, tally) => {
  const gap = 20
  const pitch = (cut.width + gap - 2) / tally.places
  const look = { known: 'h', edge: 'fl', rest: 'ud' }
  const { units } = inRows(of, tally, tally.places)
  const lines = cross(units, range(0.26, 0.9, 0.14), (unit, y) => ({ ...unit, y }))
  const steps = pairs(units.slice(0, tally.known), ({ x: x1 }, { x: x2, y }) => ({ x1, x2, y }))
  const onward = { x1: 'x1', x2: 'x2', y: 'y', inset: (pitch - gap) / 2 + 4, className: 'h' }
  const { marks, ...spec } = tiled(tally.places, gap, look, 'known')(of, tally)
  return {
    ...spec,
    marks: [
      ...marks,
      ruleY(lines, { x1: 'x1', x2: 'x2', y: 'y', inset: gap / 2 + 9, className: 'r' }),
      arrow(steps, { ...onward, headLength: 5 }),
    ],
  }
}

/** Dots of a radius in so many rows, from one edge to the other. */
function dotted(rows: number, r: number, className: string, symbol = 'circle'): Count['spec'] {
  return (of, tally) => {
    const field = inColumns(of, tally, rows)
    const marks = [dot(field.units, { x: 'x', y: 'y', r, symbol, className }), field.end]
    return { rows, ...edgeToEdge(field, tally), insetLeft: r + 1, insetRight: r + 1, marks }
  }
}

/** Ticks on a line, from one edge to the other. */
const ticks: Count['spec'] = (of, tally) => {
  const field = inRows(of, tally, tally.places)
  const foot = ruleY([1], { className: 'r' })
  const marks = [foot, ruleX(field.units, { x: 'x', className: 'fl' }), field.end]
  return { rows: 1, ...edgeToEdge(field, tally), insetLeft: 2, insetRight: 2, marks }
}

const accent = { known: 'da', edge: 'fa', rest: 'ud' }
const lake = { known: 'hl', edge: 'fl', rest: 'ud' }

const minis: Record<string, (edition: Edition) => Count[]> = {
  consultation: ({ sessions: { stated: of, records } }) => [
    { of, records, tall: 44, spec: tiled(6, 6, accent, 'known') },
  ],
  supervision: ({ supervision: { groups } }) => [
    { of: groups.stated, tall: 44, spec: tiled(7, 6, lake, 'units') },
  ],
  proposals: ({ proposals: { lists } }) => [
    { of: lists.stated, records: lists.records, tall: 104, spec: sheets },
  ],
  'public-opinion': () => [
    { of: 'public-opinion.towns', tall: 14, spec: dotted(1, 5, 'dl') },
    { of: 'public-opinion.villages', tall: 11, spec: dotted(4, 3, 'd') },
    { of: 'public-opinion.qr-codes', tall: 7, spec: dotted(3, 1.8, 'da', 'square') },
  ],
  learning: ({ learning: { visits } }) => [{ of: visits.stated, tall: 60, spec: ticks }],
}

/** The small unlettered drawing beside an initiative on the home page, 280 wide; throws on a chapter without one. */
export function mini(edition: Edition, chapter: string): Drawing {
  const counts = minis[chapter]?.(edition)
  if (!counts) throw new Error(`“${chapter}”一章没有小图`)
  let height = 0
  const drawn = counts.map(({ of, records = [], tall, spec }) => {
    const observation = findIndicator(edition.indicators, of)
    const tally = tallyOf(observation, records.length)
    const top = height > 0 ? height + 12 : 0
    height = top + tall
    // A count of none is a plain box, one that is not published a hollow one.
    if (tally.total === 0)
      return stroke(hasValue(observation) ? 'h' : 'u', box(1, top + 1, cut.width - 2, tall - 2))
    const { rows, margin = 0, ...field } = spec(of, tally)
    const all = rows * tall + 2 * margin
    height = top + all
    return plot(cut, { top, height: all, margin, marginTop: margin, ...field })
  })
  return drawing(height, drawn)
}
