import { range } from 'd3'
import { findIndicator } from '../facts/indicator.ts'
import { hanNumeral } from '../facts/number.ts'
import type { Edition } from '../schemas/edition.ts'
import { figureCell, header, nth, periodCell, statusCell, words } from './cells.ts'
import type { Chart, Cut, Drawing, Table } from './chart.ts'
import { cellAt, centred, dropOf, gridAcross, gridHeight, outline } from './grid.ts'
import { head } from './head.ts'
import { widthOf } from './lettering.ts'
import { drawing, marks, stroke, text } from './markup.ts'
import { openEnd } from './openEnd.ts'
import { countedParts, partCounts } from './partCounts.ts'
import { across, down } from './strokes.ts'
import { tallyOf } from './tally.ts'
import { blankField } from './undisclosedField.ts'

/** How often a part was held, in words; undefined when that is not recorded. */
function timesHeld({ count }: Edition['learning']['parts']['records'][number]) {
  return typeof count === 'number' ? `${count}次` : undefined
}

function draw(edition: Edition, cut: Cut): Drawing {
  const { stated, records } = edition.learning.parts
  const observation = findIndicator(edition.indicators, stated)
  const { total, known, units, places, bound } = tallyOf(observation, records.length)
  const small = cut.narrow
  const top = head(observation, cut)
  const counted = countedParts(edition, tallyOf(observation, records.length))
  if (counted) {
    const bars = partCounts(counted, stated, cut, top.height + 4)
    return drawing(bars.height, [top.body, bars.body])
  }
  const size = small ? Math.max(18, cut.lettering) : 23
  const meets = records.some((part) => {
    const held = timesHeld(part) ?? ''
    const room = cut.width - 32 - cut.lettering - widthOf(held, cut.lettering)
    return held !== '' && widthOf(part.name, size) > room
  })
  const columns = small ? 1 : Math.min(6, Math.max(1, places))
  const grid = gridAcross(cut.width, columns, {
    y: top.height + 4,
    gap: 0,
    height: small ? Math.max(48, cut.lettering * (meets ? 4 : 2.4)) : 112,
  })
  const tiles = range(units).map((index) => cellAt(grid, index))
  const outlines = tiles.map(outline)
  const height = gridHeight(grid, places)
  const edge = small
    ? down(0, grid.y, gridHeight(grid, units))
    : across(0, grid.y, (Math.min(units, columns) / columns) * cut.width)
  return drawing(grid.y + height + 2, [
    top.body,
    marks(stated, stroke('hl', ...outlines.slice(0, known)), stroke('u', ...outlines.slice(known))),
    ...tiles.map((tile, index) => {
      const part = records[index]
      if (!part) return ''
      const { name } = part
      const held = timesHeld(part)
      const middle = tile.y + tile.height / 2
      const apart = meets ? cut.lettering * 0.8 : 0
      return small
        ? text(18, middle - apart + Math.round(size / 3), name, 'sf b', size) +
            (held ? text(cut.width - 14, middle + apart + dropOf(cut), held, 'm end') : '')
        : centred(
            tile,
            [{ line: name, mark: 'sf b', size }, ...(held ? [{ line: held, mark: 'm' }] : [])],
            {
              ...cut,
              lettering: 20,
            },
          )
    }),
    known > 0 ? stroke('fl', edge) : '',
    openEnd(stated, bound, cellAt(grid, units), { grows: small ? 'down' : 'right', cut }),
    total === 0 ? blankField(observation, { ...grid, width: cut.width }, cut) : '',
  ])
}

function table(edition: Edition): Table {
  const { stated, records } = edition.learning.parts
  const observation = findIndicator(edition.indicators, stated)
  return {
    columns: ['项目', '数', '期间', '次数', '状态'],
    rows: [
      [
        header(observation.label),
        figureCell(observation),
        periodCell(observation),
        words(null),
        statusCell(observation.status),
      ],
      ...records.map((part, index) => [
        header(part.name, nth(stated, index)),
        { text: `第${hanNumeral(index + 1)}项`, generated: true },
        periodCell(observation),
        words(timesHeld(part)),
        statusCell('reported'),
      ]),
    ],
  }
}

function reading(edition: Edition): string {
  const { stated, records } = edition.learning.parts
  const tally = tallyOf(findIndicator(edition.indicators, stated), records.length)
  return countedParts(edition, tally)
    ? '横条的长短是各部分开展的次数。'
    : '各部分画得等大，不表示份量相同。'
}

/** The parts of the learning model as equal blocks, since no counts are published; as bars once they are. */
export const learningModel: Chart = { reading, draw, table }
