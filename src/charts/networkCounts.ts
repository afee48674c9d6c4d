import { dot } from '@observablehq/plot'
import { sum } from 'd3'
import { findIndicator } from '../facts/indicator.ts'
import type { Edition } from '../schemas/edition.ts'
import { allOf, header, statedRow, statusCell, words } from './cells.ts'
import type { Chart, Cut, Drawing, Table } from './chart.ts'
import { head } from './head.ts'
import { counting, inColumns, sideRoom } from './marks/units.ts'
import { drawing, stroke } from './markup.ts'
import { plot } from './plot.ts'
import { across } from './strokes.ts'
import { tallyOf } from './tally.ts'
import { townCounts, townRows } from './townRows.ts'
import { blankField } from './undisclosedField.ts'

/** Three counts of unlike things: a mark of its own for each, and how many of them a row holds, so that none share a scale. */
const counts = [
  { indicator: 'public-opinion.towns', symbol: 'circle', mark: 'dl', most: 13 },
  { indicator: 'public-opinion.villages', symbol: 'circle', mark: 'hl', most: 28 },
  { indicator: 'public-opinion.qr-codes', symbol: 'square', mark: 'da', most: 35 },
] as const

/** The radius of a mark, as a share of the room it has. */
const radius = 0.3

const halves = (length: number) => Math.floor(length * 2) / 2

/** Between two counts, on either side of the rule. */
const gap = 20

/** A count from `top`: its figure, and beside it, or below where that is too narrow, a mark for each unit. */
function countRow(edition: Edition, count: (typeof counts)[number], cut: Cut, top: number) {
  const { indicator, most, symbol, mark } = count
  const observation = findIndicator(edition.indicators, indicator)
  const left = cut.narrow ? 0 : 223
  const named = head(observation, cut, { y: top, width: left ? left - cut.lettering : cut.width })
  const y = cut.narrow ? named.height : top + 4
  const width = cut.width - left
  const tally = tallyOf(observation, 0)
  if (tally.total === 0) {
    const blank = blankField(observation, { x: left, y, width, height: 3 * cut.lettering }, cut)
    return { height: Math.max(named.height, y + 3 * cut.lettering), body: named.body + blank }
  }
  const field = inColumns(indicator, tally, Math.ceil(tally.total / (most - sideRoom[tally.bound])))
  // The outermost marks end where the row does, to half a unit: places in halves take fewer bytes.
  const pitch = halves(width / (most - 1 + 2 * radius))
  const bleed = pitch * (0.5 - radius)
  const villages = edition['liaison-points'].records.filter(({ name }) => name !== null)
  const known = indicator === 'public-opinion.villages' ? villages.length : tally.units
  const spot = { x: 'x', y: 'y', r: halves(radius * pitch), symbol }
  const height = field.rows * pitch
  const marks = plot(cut, {
    top: Math.round(y - bleed),
    height,
    marginLeft: halves(left - bleed),
    marginRight: cut.width - halves(left - bleed) - most * pitch,
    y: field.scales.y,
    x: { domain: [0, most] },
    marks: [
      counting(indicator, dot(field.units.slice(0, known), { ...spot, className: mark })),
      counting(indicator, dot(field.units.slice(known), { ...spot, className: 'ud' })),
      field.end,
    ],
  })
  return { height: Math.max(named.height - gap, y - 2 * bleed + height), body: named.body + marks }
}

function draw(edition: Edition, cut: Cut): Drawing {
  const towns = townCounts(edition)
  let height = -2 * gap
  const rows = counts.slice(0, towns.length > 0 ? 1 : undefined).map((count) => {
    const row = countRow(edition, count, cut, height + 2 * gap)
    const rule = height > 0 ? stroke('r', across(0, height + gap, cut.width)) : ''
    height = row.height
    return rule + row.body
  })
  if (towns.length === 0) return drawing(height + 2, rows)
  const recorded = townRows(edition, towns, cut, height + 2 * gap)
  return drawing(recorded.height, [...rows, recorded.body])
}

function table(edition: Edition): Table {
  const towns = townCounts(edition)
  const where = words(towns.length > 0 ? '见下' : null)
  const upTo = (town: number) => sum(towns.slice(0, town), ({ villages }) => villages)
  const townCells = towns.map(({ name, villages, codes }, at) => [
    header(name, { of: 'public-opinion.villages', from: upTo(at), to: upTo(at + 1) }),
    { text: `${villages}个村社`, generated: true },
    words(null),
    words(`二维码${codes}个`),
    statusCell('reported'),
  ])
  return {
    columns: ['项目', '数', '期间', '名称、位置与分布', '状态'],
    rows: [
      ...counts.map(({ indicator }) =>
        statedRow(findIndicator(edition.indicators, indicator), [where], allOf(indicator)),
      ),
      ...townCells,
    ],
  }
}

function reading(edition: Edition): string {
  return townCounts(edition).length > 0
    ? '圆点是镇街；其下各行是镇街，圆圈是联系点覆盖的村社，方块是二维码，数目据已登记的名录。'
    : '各行分别计数：镇街、村社、二维码，记号有多少，就是多少。'
}

/** Three counts in three rows of their own: towns, villages, QR codes; villages and codes by town once the roster is whole. */
export const networkCounts: Chart = { reading, draw, table }
