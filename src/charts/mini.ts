import { arrow, dot, type Markish, ruleX, ruleY } from '@observablehq/plot'
import { cross, pairs, range } from 'd3'
import { findIndicator } from '../facts/indicator.ts'
import type { SmallDrawing } from '../schemas/initiatives.ts'
import { type Edition, type EditionWith, withSets } from '../sets/edition.ts'
import type { SetName } from '../sets/registry.ts'
import { stroke } from '../svg/markup.ts'
import { rectangle } from '../svg/strokes.ts'
import { cuts, type Drawing } from './chart.ts'
import { edgeToEdge, inColumns, inRows, type TileMarks, type Unit } from './marks/units.ts'
import { stack } from './parts/layout.ts'
import { plot } from './parts/plot.ts'
import { hasValue, type Tally, tallyOf } from './parts/tally.ts'
import { tileField } from './parts/tileField.ts'

/** One count of a small drawing: its indicator, its records, the height of a row of units, and how they are drawn. */
interface Count {
  of: string
  records?: readonly unknown[]
  tall: number
  draw(of: string, tally: Tally, y: number, tall: number): Drawing
}

const cut = { ...cuts.s, width: 280 }

/** Strokes are centred on their path, so marks stay one unit inside the edges. */
const [edge, inner] = [1, cut.width - 2]

/** Tiles in rows of `columns`, `gap` apart; either all solid or only the recorded ones. */
function tiled(
  columns: number,
  gap: number,
  look: TileMarks,
  firm: 'units' | 'known',
  marks?: (recorded: readonly Unit[]) => Markish[],
): Count['draw'] {
  return (of, tally, y, tall) => {
    const tiling = { columns, tall: tall - gap, gap, look, known: tally[firm], marks }
    const drawn = tileField(of, tally, cut, { x: edge, y: y + edge, width: inner }, tiling)
    return { ...drawn, height: drawn.height + edge }
  }
}

/** Sheets of paper, the recorded ones with an arrow from each to the next. */
const sheets: Count['draw'] = (of, tally, ...place) => {
  const gap = 20
  const pitch = (inner + gap) / tally.places
  const look = { known: 'h', edge: 'fl', rest: 'ud' }
  const marks = (known: readonly Unit[]) => {
    const lines = cross(known, range(0.26, 0.9, 0.14), (unit, y) => ({ ...unit, y }))
    const steps = pairs(known, ({ x: x1 }, { x: x2, y }) => ({ x1, x2, y }))
    const onward = { x1: 'x1', x2: 'x2', y: 'y', inset: (pitch - gap) / 2 + 4, className: 'h' }
    return [
      ruleY(lines, { x1: 'x1', x2: 'x2', y: 'y', inset: gap / 2 + 9, className: 'r' }),
      arrow(steps, { ...onward, headLength: 5 }),
    ]
  }
  return tiled(tally.places, gap, look, 'known', marks)(of, tally, ...place)
}

/** Dots of radius `r` in a number of rows, from one edge to the other. */
function dotted(rows: number, r: number, className: string, symbol = 'circle'): Count['draw'] {
  return (of, tally, y, tall) => {
    const field = inColumns(of, tally, rows)
    const marks = [dot(field.units, { x: 'x', y: 'y', r, symbol, className }), field.end]
    const inset = { insetLeft: r + edge, insetRight: r + edge }
    return plot(cut, {
      at: { y },
      height: rows * tall,
      ...edgeToEdge(field, tally),
      ...inset,
      marks,
    })
  }
}

/** Ticks on a line, from one edge to the other. */
const ticks: Count['draw'] = (of, tally, y, height) => {
  const field = inRows(of, tally, tally.places)
  const foot = ruleY([1], { className: 'r' })
  const marks = [foot, ruleX(field.units, { x: 'x', className: 'fl' }), field.end]
  const inset = { insetLeft: 2, insetRight: 2 }
  return plot(cut, { at: { y }, height, ...edgeToEdge(field, tally), ...inset, marks })
}

const accent = { known: 'da', edge: 'fa', rest: 'ud' }
const lake = { known: 'hl', edge: 'fl', rest: 'ud' }

/** A small drawing: its counts, and the record sets that an edition must have for it. */
interface Mini {
  needs: readonly SetName[]
  counts: (edition: Edition) => Count[]
}

const needing = <Need extends SetName>(
  needs: readonly Need[],
  counts: (edition: EditionWith<Need>) => Count[],
): Mini => ({ needs, counts: (edition) => counts(withSets(edition, needs)) })

const minis: Record<SmallDrawing, Mini> = {
  sessions: needing(['sessions'], ({ sessions: { stated: of, records } }) => [
    { of, records, tall: 44, draw: tiled(6, 6, accent, 'known') },
  ]),
  groups: needing(['supervision'], ({ supervision: { groups } }) => [
    { of: groups.stated, tall: 44, draw: tiled(7, 6, lake, 'units') },
  ]),
  lists: needing(['proposals'], ({ proposals: { lists } }) => [
    { of: lists.stated, records: lists.records, tall: 104, draw: sheets },
  ]),
  network: needing(
    ['liaison-points'],
    ({ 'liaison-points': { statedTowns, stated, statedQrCodes } }) => [
      { of: statedTowns, tall: 14, draw: dotted(1, 5, 'dl') },
      { of: stated, tall: 11, draw: dotted(4, 3, 'd') },
      { of: statedQrCodes, tall: 7, draw: dotted(3, 1.8, 'da', 'square') },
    ],
  ),
  visits: needing(['learning'], ({ learning: { visits } }) => [
    { of: visits.stated, tall: 60, draw: ticks },
  ]),
}

/** The record sets that an edition must have for a small drawing. */
export const miniNeeds = (of: SmallDrawing): readonly SetName[] => minis[of].needs

/** The small unlettered drawing beside an initiative on the home page, 280 wide. */
export function mini(edition: Edition, of: SmallDrawing): Drawing {
  const drawn = stack(0, 12, minis[of].counts(edition), ({ of, records = [], tall, draw }, y) => {
    const observation = findIndicator(edition.indicators, of)
    const tally = tallyOf(observation, records.length)
    if (tally.total > 0) return draw(of, tally, y, tall)
    // A reported count of zero is a plain box, an undisclosed one a dashed box.
    const blank = rectangle(edge, y + edge, inner, tall - 2 * edge)
    return { height: y + tall, body: stroke(hasValue(observation) ? 'h' : 'u', blank) }
  })
  return { ...drawn, height: Math.ceil(drawn.height) }
}
