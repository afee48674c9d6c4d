import { dot, ruleY, text } from '@observablehq/plot'
import { max, range, sum } from 'd3'
import { findIndicator } from '../../facts/indicator.ts'
import type { EditionWith } from '../../sets/edition.ts'
import { widthOf } from '../../svg/lettering.ts'
import { stroke } from '../../svg/markup.ts'
import { horizontalLine } from '../../svg/strokes.ts'
import type { Cut, Drawing, Table } from '../chart.ts'
import { defineChart } from '../chart.ts'
import { counting, inColumns, inRows, sideRoom } from '../marks/units.ts'
import { allOf, header, type Row, statedRow, tableOf, words } from '../parts/cells.ts'
import { head, plate } from '../parts/head.ts'
import { type Slot, stack } from '../parts/layout.ts'
import { plot } from '../parts/plot.ts'
import { tallyOf } from '../parts/tally.ts'

/** What the figure is drawn from. */
type Told = EditionWith<'liaison-points'>

/** Three counts of different things: each has its own mark and number per row, so that no scale is shared. */
const counts = [
  { states: 'statedTowns', symbol: 'circle', mark: 'dl', perRow: 13 },
  { states: 'stated', symbol: 'circle', mark: 'd', perRow: 28, of: 'villages' },
  { states: 'statedQrCodes', symbol: 'square', mark: 'da', perRow: 35, of: 'codes' },
] as const
type Count = (typeof counts)[number]
const [towns, ...byTown] = counts

/** What the roster states of a count. */
const observationOf = (edition: Told, { states }: Pick<Count, 'states'>) =>
  findIndicator(edition.indicators, edition['liaison-points'][states])

/** The radius of a mark, as a share of its cell. */
const radius = 0.3

/** Coordinates in half units take fewer bytes. */
const halves = (length: number) => Math.floor(length * 2) / 2

/** The gap between two counts, on either side of the rule. */
const gap = 20

/**
 * The towns with their villages and QR codes; undefined unless the roster is complete and agrees with the stated
 * counts.
 */
function townCounts(edition: Told) {
  const { records } = edition['liaison-points']
  const codesOf = (points: typeof records) => sum(points, ({ qrCodes }) => qrCodes ?? 0)
  const agrees = (states: Count['states'], count: number) => {
    const { value, qualifier } = observationOf(edition, { states })
    return value === count && qualifier.bound === 'exact'
  }
  const whole =
    records.every(({ town, qrCodes }) => town !== null && qrCodes !== null) &&
    agrees('stated', records.length) &&
    agrees('statedQrCodes', codesOf(records))
  const listed = (whole ? edition.towns.towns : []).map(({ adcode, name }) => {
    const own = records.filter(({ town }) => town === adcode)
    return { name, villages: own.length, codes: codesOf(own) }
  })
  return listed.filter(({ villages }) => villages > 0)
}
type Town = ReturnType<typeof townCounts>[number]

/** A count from `top`: its number, and beside it (below if that is too narrow) a mark for each unit. */
function countRow(edition: Told, count: Count, cut: Cut, top: number): Drawing {
  const { perRow, symbol, mark: className } = count
  const observation = observationOf(edition, count)
  const tally = tallyOf(observation, 0)
  // Remaining units go at the end of the last row, unless the whole side is the open end.
  const field =
    tally.bound === 'exact'
      ? inRows(observation.id, tally, perRow)
      : inColumns(observation.id, tally, Math.ceil(tally.total / (perRow - sideRoom[tally.bound])))
  const x = cut.narrow ? 0 : 223
  const width = cut.width - x
  // The outermost marks touch the edges of the row.
  const pitch = halves(width / (perRow - 1 + 2 * radius))
  const bleed = halves(pitch * (0.5 - radius))
  const spot = { x: 'x', y: 'y', r: halves(radius * pitch), symbol, className }
  const marks = ({ y }: Slot) =>
    plot(cut, {
      at: { x: x - bleed, y: Math.round(y - bleed), width: perRow * pitch },
      height: field.rows * pitch,
      y: field.scales.y,
      x: { domain: [0, perRow] },
      marks: [counting(observation.id, dot(field.units, spot)), field.end],
    })
  const named = head(observation, cut, { y: top, width: cut.narrow ? width : x - cut.lettering })
  const beside = cut.narrow ? named : { ...named, height: top + 4 }
  const { height, body } = plate(observation, cut, tally, marks, { x, width }, beside)
  return { height: Math.max(named.height - gap, height - bleed), body }
}

/**
 * The villages and the QR codes of the roster from `top`, town by town, side by side, each on its own scale; a town's
 * name stands before its row, or above it if that is too narrow.
 */
function townRows(edition: Told, rows: readonly Town[], cut: Cut, top: number): Drawing {
  const size = cut.lettering
  const names = cut.narrow ? 0 : size + (max(rows, ({ name }) => widthOf(name, size)) ?? 0)
  const width = (cut.width - names - size) / 2
  const heads = byTown.map((count, panel) => {
    const x = names + panel * (width + size)
    return { x, ...head(observationOf(edition, count), cut, { x, y: top, width }) }
  })
  const y = Math.max(...heads.map((one) => one.height))
  const [height, dy] = cut.narrow ? [3.2 * size, 0.6 * size] : [1.7 * size, 0]
  const fullest =
    max(byTown.flatMap(({ of, perRow }) => rows.map((town) => town[of] / perRow))) ?? 1
  const full = Math.min(size * byTown[0].perRow, (width - 2 * size) / fullest)
  const frame = {
    height: rows.length * height,
    y: { type: 'band', domain: rows.map(({ name }) => name) },
  } as const
  const panels = byTown.map(({ states, of, symbol, mark, perRow }, panel) => {
    const { x = 0, body } = heads[panel] ?? {}
    const units = rows.flatMap(({ name, [of]: count }) =>
      range(count).map((unit) => ({ name, x: unit + 0.5 })),
    )
    const look = { symbol, r: (0.35 * full) / perRow, className: mark }
    const marks = plot(cut, {
      ...frame,
      at: { x, y, width },
      x: { domain: [0, (perRow * width) / full] },
      marks: [
        counting(edition['liaison-points'][states], dot(units, { x: 'x', y: 'name', dy, ...look })),
        text(rows, { y: 'name', text: of, frameAnchor: 'right', dy, className: 'm' }),
      ],
    })
    return body + marks.body
  })
  const named = plot(cut, {
    ...frame,
    at: { y },
    marks: [
      ruleY(rows, { y: 'name', dy: -height / 2, className: 'r' }),
      text(rows, { y: 'name', text: 'name', frameAnchor: 'left', dy: -dy, className: 'sf' }),
    ],
  })
  return { height: named.height, body: named.body + panels.join('') }
}

function draw(edition: Told, cut: Cut): Drawing {
  const recorded = townCounts(edition)
  const whole = recorded.length > 0
  const rows = stack(0, 2 * gap, whole ? [towns] : counts, (count, y) => {
    const rule = y > 0 ? stroke('r', horizontalLine(0, y - gap, cut.width)) : ''
    const { height, body } = countRow(edition, count, cut, y)
    return { height, body: rule + body }
  })
  if (!whole) return rows
  const below = townRows(edition, recorded, cut, rows.height + 2 * gap)
  return { height: below.height, body: rows.body + below.body }
}

function table(edition: Told): Table {
  const recorded = townCounts(edition)
  const where = '名称、位置与分布'
  const upTo = (town: number) => sum(recorded.slice(0, town), ({ villages }) => villages)
  const said = { [where]: recorded.length > 0 ? '见下' : null }
  const stated = counts.map((count) => {
    const observation = observationOf(edition, count)
    return statedRow(observation, said, allOf(observation.id))
  })
  const byTown = recorded.map(
    ({ name, villages, codes }, at): Row => ({
      head: header(name, {
        of: edition['liaison-points'].stated,
        from: upTo(at),
        to: upTo(at + 1),
      }),
      figure: words(`${villages}个村社`),
      said: { [where]: `二维码${codes}个` },
      status: 'reported',
    }),
  )
  return tableOf(['期间', where], [...stated, ...byTown])
}

function reading(edition: Told): string {
  return townCounts(edition).length > 0
    ? '圆点是镇街；其下各行是镇街，圆圈是联系点覆盖的村社，方块是二维码，数目据已登记的名录。'
    : '各行分别计数：镇街、村社、二维码，记号有多少，就是多少。'
}

/** Three counts in three rows: towns, villages, QR codes; villages and codes by town once the roster is complete. */
export const networkCounts = defineChart({ needs: ['liaison-points'], reading, draw, table })
