import { range } from 'd3'
import { findIndicator } from '../facts/indicator.ts'
import type { Edition } from '../schemas/edition.ts'
import type { Cut, Drawing } from './chart.ts'
import type { Line } from './grid.ts'
import { cellAt, centred, gridAcross, gridHeight, leadingOf, outline, topEdge } from './grid.ts'
import { head } from './head.ts'
import { wrap } from './lettering.ts'
import { drawing, marks, stroke } from './markup.ts'
import { openEnd } from './openEnd.ts'
import { tallyOf } from './tally.ts'
import { blankField } from './undisclosedField.ts'

/** The problem classes as label slips from y: named ones lettered, the rest kept empty. */
export function classSlips(edition: Edition, cut: Cut, y: number): Drawing {
  const { stated, records } = edition.supervision.problemClasses
  const observation = findIndicator(edition.indicators, stated)
  const named = records.filter(({ name }) => name !== null)
  const tally = tallyOf(observation, named.length)
  const top = head(observation, cut, { y })
  const small = cut.narrow
  const size = small ? Math.max(17, cut.lettering) : 21
  const grid = gridAcross(cut.width, small ? 3 : 6, {
    y: top.height,
    gap: small ? 8 : 16,
  })
  const lettered = named
    .slice(0, tally.known)
    .map(({ name }) =>
      wrap(name ?? '', size, grid.width - 4).map((line): Line => ({ line, mark: 'sf b', size })),
    )
  const most = Math.max(1, ...lettered.map((content) => content.length))
  grid.height = Math.max(small ? 46 : 64, most * leadingOf(cut) + 20)
  const tiles = range(tally.units).map((index) => cellAt(grid, index))
  const outlines = tiles.map(outline)
  return drawing(grid.y + gridHeight(grid, tally.places) + 2, [
    top.body,
    marks(
      stated,
      stroke('h', ...outlines.slice(0, tally.known)),
      stroke('u', ...outlines.slice(tally.known)),
    ),
    stroke('fa', ...tiles.slice(0, tally.known).map(topEdge)),
    ...tiles.map((tile, index) => {
      const content = lettered[index]
      return content ? centred(tile, content, cut) : ''
    }),
    openEnd(stated, tally.bound, cellAt(grid, tally.units), { cut }),
    tally.total === 0 ? blankField(observation, { ...grid, width: cut.width }, cut) : '',
  ])
}
