import { range } from 'd3'
import { findIndicator } from '../facts/indicator.ts'
import type { Edition } from '../schemas/edition.ts'
import type { Cut, Drawing } from './chart.ts'
import { cellAt, centred, gridAcross, gridHeight, outline, topEdge } from './grid.ts'
import { head } from './head.ts'
import { drawing, marks, stroke } from './markup.ts'
import { tallyOf } from './tally.ts'
import { blankField, undisclosedWord } from './undisclosedField.ts'

/** The problem classes as label slips from y: named ones lettered, the rest kept empty. */
export function classSlips(edition: Edition, cut: Cut, y: number): Drawing {
  const { stated, records } = edition.supervision.problemClasses
  const observation = findIndicator(edition.indicators, stated)
  const named = records.filter(({ name }) => name !== null)
  const tally = tallyOf(observation, named.length)
  const top = head(observation, cut, { y })
  const small = cut.name === 's'
  const grid = gridAcross(cut.width, small ? 3 : 6, {
    y: top.height,
    gap: small ? 8 : 16,
    height: small ? 46 : 64,
  })
  const tiles = range(tally.total).map((index) => cellAt(grid, index))
  const outlines = tiles.map(outline)
  return drawing(grid.y + gridHeight(grid, tally.total) + 2, [
    top.body,
    marks(
      stated,
      stroke('h', ...outlines.slice(0, tally.known)),
      stroke('u', ...outlines.slice(tally.known)),
    ),
    stroke('fa', ...tiles.slice(0, tally.known).map(topEdge)),
    ...tiles.map((tile, index) => {
      const name = named[index]?.name
      return name
        ? centred(tile, [{ line: name, mark: 'sf b', size: small ? 17 : 21 }], cut)
        : undisclosedWord(tile, cut)
    }),
    tally.total === 0 ? blankField(observation, { ...grid, width: cut.width }, cut) : '',
  ])
}
