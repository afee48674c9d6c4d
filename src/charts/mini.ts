import { range, scaleLinear } from 'd3'
import { findIndicator } from '../facts/indicator.ts'
import type { Edition } from '../schemas/edition.ts'
import type { Tone } from './bar.ts'
import { bar } from './bar.ts'
import type { Drawing } from './chart.ts'
import { cellAt, gridAcross, gridHeight, outline, topEdge } from './grid.ts'
import { drawing, stroke } from './markup.ts'
import { across, arrowhead, box, bracket, down, hatching, round } from './strokes.ts'
import { hasValue, tallyOf } from './tally.ts'

const width = 280

function sessionTiles(edition: Edition): Drawing {
  const { stated, records } = edition.sessions
  const { total, known } = tallyOf(findIndicator(edition.indicators, stated), records.length)
  const grid = gridAcross(width - 2, 6, { x: 1, y: 2, gap: 6, height: 38 })
  const tiles = range(total).map((index) => cellAt(grid, index))
  const outlines = tiles.map(outline)
  const lettered = tiles.slice(0, known)
  return drawing(grid.y + gridHeight(grid, total) + 2, [
    stroke('ha', ...outlines.slice(0, known)),
    stroke(
      'ha',
      ...lettered.flatMap((tile) =>
        hatching(38, 2.4, 4.4).map((at) => across(tile.x, tile.y + at, tile.width)),
      ),
    ),
    stroke('fa', ...lettered.map(topEdge)),
    stroke('u', ...outlines.slice(known)),
  ])
}

function twoDeclines(edition: Edition): Drawing {
  const scale = scaleLinear([0, 100], [0, 150])
  const bars = (['inspected-households', 'penalty-cases'] as const).map((name, index) => {
    const observation = findIndicator(edition.indicators, `supervision.${name}-decline`)
    const x = index === 0 ? 20 : 160
    const tone: Tone = index === 0 ? 'accent' : 'lake'
    if (!hasValue(observation) || observation.value === 0)
      return { foot: 60, body: stroke('u', box(x, 2, 100, 56)) }
    const length = scale(observation.value)
    return {
      foot: 2 + length,
      body: bar(observation, { x, y: 2, length, thickness: 100, grows: 'down' }, tone),
    }
  })
  const height = Math.max(...bars.map(({ foot }) => foot)) + 4
  return {
    height,
    body:
      stroke('u', across(0, 2, width)) +
      stroke('r', down(width / 2, 2, height - 2)) +
      bars.map(({ body }) => body).join(''),
  }
}

function listSheets(edition: Edition): Drawing {
  const { stated, records } = edition.proposals.lists
  const { total, known } = tallyOf(findIndicator(edition.indicators, stated), records.length)
  const grid = gridAcross(width - 2, Math.max(1, total), { x: 1, y: 2, gap: 20, height: 84 })
  const sheets = range(total).map((index) => cellAt(grid, index))
  const outlines = sheets.map(outline)
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
    stroke('fl', ...sheets.slice(0, Math.min(known, total - 1)).map(topEdge)),
    stroke('fa', ...sheets.slice(total - 1, known).map(topEdge)),
  ])
}

function threeCounts(edition: Edition): Drawing {
  const count = (name: string) => {
    const observation = findIndicator(edition.indicators, `public-opinion.${name}`)
    return hasValue(observation) ? Math.round(observation.value) : 0
  }
  const place = (total: number, rows: number, y: number, radius: number, step: number) => {
    const columns = Math.max(2, Math.ceil(total / rows))
    const pitch = (width - 2 * radius - 2) / (columns - 1)
    return (index: number): [number, number] => [
      radius + 1 + Math.floor(index / rows) * pitch,
      y + (index % rows) * step,
    ]
  }
  const [towns, villages, codes] = [count('towns'), count('villages'), count('qr-codes')]
  const [town, village, code] = [
    place(towns, 1, 7, 5, 0),
    place(villages, 4, 32, 3, 11),
    place(codes, 3, 84, 1.6, 7),
  ]
  return drawing(102, [
    stroke('dl', ...range(towns).map((index) => round(...town(index), 5))),
    stroke('ud', ...range(villages).map((index) => round(...village(index), 3))),
    stroke(
      'da',
      ...range(codes).map((index) => {
        const [x, y] = code(index)
        return box(x - 1.6, y - 1.6, 3.2, 3.2)
      }),
    ),
  ])
}

function visitTicks(edition: Edition): Drawing {
  const { stated, records } = edition.learning.visits
  const { total } = tallyOf(findIndicator(edition.indicators, stated), records.length)
  const pitch = (width - 8) / Math.max(1, total - 1)
  const sites = edition.learning.namedSites.names.length > 0 && total > 0
  return drawing(82, [
    stroke('r', across(0, 58, width)),
    stroke('fl', ...range(total).map((index) => down(4 + index * pitch, 2, 56))),
    sites ? stroke('h', bracket(4, 72, width - 8, -7), down(width / 2, 72, 8)) : '',
  ])
}

const minis: Record<string, (edition: Edition) => Drawing> = {
  consultation: sessionTiles,
  supervision: twoDeclines,
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
