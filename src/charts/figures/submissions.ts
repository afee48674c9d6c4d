import type { Markish } from '@observablehq/plot'
import type { Edition } from '../../sets/edition.ts'
import { verticalLine } from '../../svg/strokes.ts'
import type { Cut, Drawing, Table } from '../chart.ts'
import { defineChart } from '../chart.ts'
import { figureIndicators } from '../figureNumber.ts'
import { paths } from '../marks/paths.ts'
import { inColumns, sideRoom, type UnitGrid } from '../marks/units.ts'
import { allOf, statedRow, tableOf } from '../parts/cells.ts'
import { plate } from '../parts/head.ts'
import type { Slot } from '../parts/layout.ts'
import { plot } from '../parts/plot.ts'
import { tallyOf } from '../parts/tally.ts'

/**
 * The reports submitted and those adopted: their rows hold different numbers of bundles, so that they do not share a
 * scale.
 */
const looks = [
  { mark: 'hl', perRow: 10 },
  { mark: 'ha', perRow: 8 },
] as const

const observationsOf = (edition: Edition) =>
  figureIndicators(edition, 'submissions', ['报送的篇数', '录用的篇数'])

/** How many reports are bundled together. */
const reportsPerBundle = 10

/**
 * A Plot mark: a line for each report, in bundles of one subpath each; the gap after a bundle is as wide as one line.
 */
function bundles(indicator: string, { units }: UnitGrid, reports: number, mark: string): Markish {
  return (_index, { x, y }, _values, _dimensions, context) => {
    const between = (x?.(1) - x?.(0)) / (reportsPerBundle + 1)
    const tall = Math.round((y?.(1) - y?.(0)) * 0.75)
    const bundle = ({ x1, y1 }: (typeof units)[number], index: number) =>
      verticalLine(x?.(x1), y?.(y1) + 3, tall) +
      `m${between} ${-tall}v${tall}`.repeat(
        Math.min(reportsPerBundle, reports - index * reportsPerBundle) - 1,
      )
    return paths(context, `marks:${indicator}`, { [mark]: units.map(bundle) })
  }
}

function panel(edition: Edition, at: 0 | 1, cut: Cut, y: number): Drawing {
  const { mark, perRow } = looks[at]
  const observation = observationsOf(edition)[at]
  const tally = tallyOf(observation, 0)
  const [total, units] = [
    Math.ceil(tally.total / reportsPerBundle),
    Math.ceil(tally.units / reportsPerBundle),
  ]
  const field = inColumns(observation.id, { ...tally, total, units }, Math.ceil(total / perRow))
  const columns = perRow + sideRoom.over
  const width = cut.narrow ? cut.width : cut.width / 2 - 2 * cut.lettering
  // Lines at multiples of half a unit are all rendered with the same sharpness.
  const pitch =
    ((reportsPerBundle + 1) / 2) * Math.floor((2 * width) / columns / (reportsPerBundle + 1))
  const lines = ({ x, y }: Slot) =>
    plot(cut, {
      at: { x, y, width: columns * pitch },
      height: field.rows * (cut.narrow ? 24 : 32),
      ...field.scales,
      x: { domain: [0, columns] },
      marks: [bundles(observation.id, field, tally.units, mark), field.end],
    })
  return plate(observation, cut, tally, lines, { x: at * (cut.width - width), y, width })
}

function draw(edition: Edition, cut: Cut): Drawing {
  const sent = panel(edition, 0, cut, 0)
  const adopted = panel(edition, 1, cut, cut.narrow ? sent.height + 1.5 * cut.lettering : 0)
  return { height: Math.max(sent.height, adopted.height), body: sent.body + adopted.body }
}

function table(edition: Edition): Table {
  const rows = observationsOf(edition).map((observation) =>
    statedRow(observation, {}, allOf(observation.id)),
  )
  return tableOf(['期间'], rows)
}

const reading = () => '线按篇画，成束排开；疏密各不相同，不比长短。'

/**
 * Reports submitted and reports adopted, separately: a line each, in bundles on their own scales, with an open end for
 * 余.
 */
export const submissions = defineChart({ needs: [], reading, draw, table })
