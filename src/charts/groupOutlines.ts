import { range } from 'd3'
import { findIndicator } from '../facts/indicator.ts'
import { wordFigure } from '../facts/wording.ts'
import type { Edition } from '../schemas/edition.ts'
import type { Cut, Drawing } from './chart.ts'
import type { Line } from './grid.ts'
import { cellAt, centred, gridAcross, gridHeight, leadingOf, outline, topEdge } from './grid.ts'
import { head } from './head.ts'
import { wrap } from './lettering.ts'
import { drawing, lines, marks, stroke } from './markup.ts'
import { openEnd } from './openEnd.ts'
import { tallyOf } from './tally.ts'
import { blankField } from './undisclosedField.ts'

/** The groups as outlines from y: how many is known, what they are called may not be. */
export function groupOutlines(edition: Edition, cut: Cut, y: number): Drawing {
  const { stated, records } = edition.supervision.groups
  const observation = findIndicator(edition.indicators, stated)
  const { total, units, places, bound } = tallyOf(observation, records.length)
  const top = head(observation, cut, { y })
  const worded = records.some(({ name, lead, members }) => name ?? lead ?? members)
  const columns = worded ? Math.min(7, Math.floor(cut.width / (3.2 * cut.lettering))) : 7
  const grid = gridAcross(cut.width, columns, { y: top.height, gap: cut.narrow ? 8 : 16 })
  const put = (content: string | null, mark: string): Line[] =>
    wrap(content ?? '', cut.lettering, grid.width - 6).map((line) => ({ line, mark }))
  const lettered = records
    .slice(0, units)
    .map(({ name, lead, members, body }) => [
      ...put(name, 'sf b'),
      ...put(lead, ''),
      ...put(body, 'm'),
      ...put(members === null ? null : `${members}位`, 'm'),
    ])
  const most = Math.max(0, ...lettered.map((content) => content.length))
  grid.height = Math.max(cut.narrow ? 44 : 64, most * leadingOf(cut) + 16)
  const tiles = range(units).map((index) => cellAt(grid, index))
  const below = grid.y + gridHeight(grid, places) + cut.lettering * 1.6
  const people = findIndicator(edition.indicators, 'supervision.members')
  const members = wordFigure(people)
  const when =
    people.period === null || people.period === observation.period ? '' : `，${people.period}`
  const noted = wrap(`委员${members}${when}`, cut.lettering, cut.width, [members])
  const leading = cut.lettering * 1.6
  return drawing(below + (noted.length - 1) * leading + 4, [
    top.body,
    marks(stated, stroke('hl', ...tiles.map(outline))),
    stroke('fl', ...tiles.map(topEdge)),
    ...lettered.map((content, index) => centred(cellAt(grid, index), content, cut)),
    openEnd(stated, bound, cellAt(grid, units), { cut }),
    total === 0 ? blankField(observation, { ...grid, width: cut.width }, cut) : '',
    lines(cut.width, below, noted, leading, 'm end'),
  ])
}
