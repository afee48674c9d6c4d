import { range } from 'd3'
import { findIndicator } from '../facts/indicator.ts'
import type { Edition } from '../schemas/edition.ts'
import { figureCell, header, periodCell, statusCell, words } from './cells.ts'
import type { Cell, Chart, Cut, Drawing, Table } from './chart.ts'
import { head } from './head.ts'
import { drawing, marks, stroke } from './markup.ts'
import { openEnd, sideRoom } from './openEnd.ts'
import { across, box, round } from './strokes.ts'
import { tallyOf } from './tally.ts'
import { townCounts, townRows } from './townRows.ts'
import { blankField } from './undisclosedField.ts'

interface Count {
  indicator: string
  /** Radius of a mark. */
  radius: Record<Cut['name'], number>
  paint(
    edition: Edition,
    at: (index: number) => [number, number],
    count: number,
    radius: number,
  ): string[]
}

/** Three counts of three unlike things; each has a mark of its own and nothing links them. */
const counts: Count[] = [
  {
    indicator: 'public-opinion.towns',
    radius: { s: 7, w: 10, c: 10 },
    paint: (_, at, count, radius) => [
      stroke('dl', ...range(count).map((index) => round(...at(index), radius))),
    ],
  },
  {
    indicator: 'public-opinion.villages',
    radius: { s: 4, w: 5.2, c: 6 },
    paint: (edition, at, count, radius) => {
      const named = edition['liaison-points'].records.filter(({ name }) => name !== null).length
      const ring = (index: number) => round(...at(index), radius)
      const known = Math.min(named, count)
      return [
        stroke('hl', ...range(known).map(ring)),
        stroke('ud', ...range(known, count).map(ring)),
      ]
    },
  },
  {
    indicator: 'public-opinion.qr-codes',
    radius: { s: 3, w: 4, c: 4.5 },
    paint: (_, at, count, radius) => [
      stroke(
        'da',
        ...range(count).map((index) => {
          const [x, y] = at(index)
          return box(x - radius, y - radius, 2 * radius, 2 * radius)
        }),
      ),
    ],
  },
]

/** How many marks a row of a cut holds. */
const mostAcross: Record<Cut['name'], number> = { s: 29, w: 57, c: 19 }

function field(edition: Edition, cut: Cut, count: Count, y: number): Drawing {
  const observation = findIndicator(edition.indicators, count.indicator)
  const top = head(observation, cut, { y })
  const radius = count.radius[cut.name]
  const { total, units, bound } = tallyOf(observation, 0)
  if (total === 0) {
    const place = { x: 0, y: top.height, width: cut.width, height: 40 }
    return drawing(top.height + 42, [top.body, blankField(observation, place, cut)])
  }
  // Many marks share one rhythm across the rows; a handful spreads over the width.
  const room = sideRoom[bound]
  const most = mostAcross[cut.name] - Math.ceil(room)
  const rows = Math.ceil(total / most)
  const columns = rows === 1 ? Math.max(2, total) : most
  const pitch = (cut.width - 2 * radius) / (columns - 1 + room)
  const at = (index: number): [number, number] => [
    radius + Math.floor(index / rows) * pitch,
    top.height + radius + (index % rows) * pitch,
  ]
  const bottom = top.height + 2 * radius + (rows - 1) * pitch
  const side = {
    x: 2 * radius + (Math.ceil(total / rows) - 1) * pitch + (bound === 'over' ? 0.2 * pitch : 0),
    y: top.height + radius - pitch / 2,
    width: (bound === 'over' ? room - 0.2 : room) * pitch,
    height: rows * pitch,
  }
  return drawing(bottom + cut.lettering * 0.6, [
    top.body,
    marks(count.indicator, ...count.paint(edition, at, units, radius)),
    openEnd(count.indicator, bound, side, { rows }),
  ])
}

function draw(edition: Edition, cut: Cut): Drawing {
  let height = 0
  const towns = townCounts(edition)
  const shown = towns ? counts.slice(0, 1) : counts
  const fields = shown.map((count, index) => {
    const rule = index === 0 ? '' : stroke('r', across(0, height + 16, cut.width))
    const drawn = field(edition, cut, count, height + (index === 0 ? 0 : 30))
    height = drawn.height
    return rule + drawn.body
  })
  if (!towns) return drawing(height + 2, fields)
  const heads = counts.slice(1).map(({ indicator }, index) => {
    const half = cut.narrow ? cut.width : cut.width / 2 - 20
    const place = { x: cut.narrow ? 0 : index * (half + 40), y: height + 30, width: half }
    const drawn = head(findIndicator(edition.indicators, indicator), cut, place)
    if (cut.narrow || index === counts.length - 2) height = drawn.height - (cut.narrow ? 24 : 0)
    return drawn.body
  })
  const rows = townRows(towns, cut, height + (cut.narrow ? 34 : 16))
  return drawing(rows.height, [...fields, ...heads, rows.body])
}

/** What the roster records of each town, one a row. */
function townCells(edition: Edition): Cell[][] {
  let village = 0
  return (townCounts(edition) ?? []).map(({ name, villages, codes }) => {
    const reads = { of: 'public-opinion.villages', from: village, to: village + villages }
    village += villages
    return [
      header(name, reads),
      { text: `${villages}个村社`, generated: true },
      words(null),
      words(`二维码${codes}个`),
      statusCell('reported'),
    ]
  })
}

function table(edition: Edition): Table {
  const towns = townCounts(edition) !== undefined
  return {
    columns: ['项目', '数', '期间', '名称、位置与分布', '状态'],
    rows: [
      ...counts.map(({ indicator }) => {
        const observation = findIndicator(edition.indicators, indicator)
        return [
          header(observation.label, { of: indicator, from: 0 }),
          figureCell(observation),
          periodCell(observation),
          words(towns ? '见下' : null),
          statusCell(observation.status),
        ]
      }),
      ...townCells(edition),
    ],
  }
}

function reading(edition: Edition): string {
  return townCounts(edition)
    ? '圆点是镇街；其下各行是镇街，圆圈是联系点覆盖的村社，方块是二维码，数目据已登记的名录。'
    : '各行分别计数：镇街、村社、二维码，记号有多少，就是多少。'
}

/** Three counts in three rows of their own: towns, villages, QR codes; villages and codes by town once the roster is whole. */
export const networkCounts: Chart = { reading, draw, table }
