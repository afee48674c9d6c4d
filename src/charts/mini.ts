import { range } from 'd3'
import { findIndicator } from '../facts/indicator.ts'
import type { Edition } from '../schemas/edition.ts'
import type { Drawing } from './chart.ts'
import { cellAt, gridAcross, gridHeight, outline, topEdge } from './grid.ts'
import { drawing, stroke } from './markup.ts'
import { miniBlank as blank, miniWidth as width } from './miniBlank.ts'
import { threeCounts } from './miniCounts.ts'
import { openEnd } from './openEnd.ts'
import { across, arrowhead, bracket, down, hatching } from './strokes.ts'
import { tallyOf } from './tally.ts'

function sessionTiles(edition: Edition): Drawing {
  const { stated, records } = edition.sessions
  const observation = findIndicator(edition.indicators, stated)
  const { total, known, units, places, bound } = tallyOf(observation, records.length)
  const grid = gridAcross(width - 2, 6, { x: 1, y: 2, gap: 6, height: 38 })
  if (total === 0) return drawing(42, [blank(observation, 2, 38)])
  const tiles = range(units).map((index) => cellAt(grid, index))
  const outlines = tiles.map(outline)
  const lettered = tiles.slice(0, known)
  return drawing(grid.y + gridHeight(grid, places) + 2, [
    stroke('ha', ...outlines.slice(0, known)),
    stroke(
      'ha',
      ...lettered.flatMap((tile) =>
        hatching(38, 2.4, 4.4).map((at) => across(tile.x, tile.y + at, tile.width)),
      ),
    ),
    stroke('fa', ...lettered.map(topEdge)),
    stroke('u', ...outlines.slice(known)),
    openEnd(stated, bound, cellAt(grid, units)),
  ])
}

function groupTiles(edition: Edition): Drawing {
  const { stated, records } = edition.supervision.groups
  const observation = findIndicator(edition.indicators, stated)
  const { total, units, places, bound } = tallyOf(observation, records.length)
  if (total === 0) return drawing(60, [blank(observation, 2, 56)])
  const grid = gridAcross(width - 2, 7, { x: 1, y: 2, gap: 6, height: 38 })
  const tiles = range(units).map((index) => cellAt(grid, index))
  return drawing(grid.y + gridHeight(grid, places) + 2, [
    stroke('hl', ...tiles.map(outline)),
    stroke('fl', ...tiles.map(topEdge)),
    openEnd(stated, bound, cellAt(grid, units)),
  ])
}

function listSheets(edition: Edition): Drawing {
  const { stated, records } = edition.proposals.lists
  const observation = findIndicator(edition.indicators, stated)
  const { total, known, units, places, bound } = tallyOf(observation, records.length)
  if (total === 0) return drawing(88, [blank(observation, 2, 84)])
  const grid = gridAcross(width - 2, places, { x: 1, y: 2, gap: 20, height: 84 })
  const sheets = range(units).map((index) => cellAt(grid, index))
  const outlines = sheets.map(outline)
  // Which list is the last is known only of an exact count.
  const last = bound === 'exact' ? total - 1 : units
  const rules = sheets.flatMap(({ x, y, width: wide }) =>
    range(18, 80, 13).map((at) => across(x + 9, y + at, wide - 18)),
  )
  const arrows = sheets
    .slice(1, known)
    .flatMap(({ x }) => [across(x - 16, 44, 12), arrowhead(x - 4, 44, 5)])
  return drawing(88, [
    stroke('h', ...outlines.slice(0, known), ...arrows),
    stroke('u', ...outlines.slice(known)),
    stroke('r', ...rules),
    stroke('fl', ...sheets.slice(0, Math.min(known, last)).map(topEdge)),
    stroke('fa', ...sheets.slice(last, known).map(topEdge)),
    openEnd(stated, bound, cellAt(grid, units)),
  ])
}

function visitTicks(edition: Edition): Drawing {
  const { stated, records } = edition.learning.visits
  const observation = findIndicator(edition.indicators, stated)
  const { total, units, places, bound } = tallyOf(observation, records.length)
  if (total === 0) return drawing(82, [blank(observation, 2, 56)])
  const pitch = (width - 8) / Math.max(1, places - 1)
  const last = 4 + Math.max(0, units - 1) * pitch
  const end = { x: last + pitch * 0.25, y: 2, width: pitch * 0.75, height: 56 }
  const span = bound === 'exact' ? width - 8 : last - 4
  const sites = edition.learning.namedSites.names.length > 0
  return drawing(82, [
    stroke('r', across(0, 58, width)),
    stroke('fl', ...range(units).map((index) => down(4 + index * pitch, 2, 56))),
    openEnd(stated, bound, end),
    sites && span > 0
      ? stroke('h', bracket(4, 72, span, -7, bound === 'exact'), down(4 + span / 2, 72, 8))
      : '',
  ])
}

const minis: Record<string, (edition: Edition) => Drawing> = {
  consultation: sessionTiles,
  supervision: groupTiles,
  proposals: listSheets,
  'public-opinion': threeCounts,
  learning: visitTicks,
}

/** The small unlettered drawing beside an initiative on the home page, 280 wide; throws on a chapter without one. */
export function mini(edition: Edition, chapter: string): Drawing {
  const draw = minis[chapter]
  if (!draw) throw new Error(`“${chapter}”一章没有小图`)
  const { height, body } = draw(edition)
  return { height: Math.ceil(height), body }
}
