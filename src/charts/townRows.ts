import { range, sum } from 'd3'
import type { Edition } from '../schemas/edition.ts'
import type { Cut, Drawing } from './chart.ts'
import { dropOf } from './grid.ts'
import { widthOf } from './lettering.ts'
import { drawing, marks, stroke, text } from './markup.ts'
import { box, round } from './strokes.ts'

/** What the roster records of one town. */
export interface TownCount {
  name: string
  villages: number
  codes: number
}

const stated = (edition: Edition, id: string) =>
  edition.indicators.find((observation) => observation.id === id)

/** The towns with their villages and QR codes; undefined unless the roster gives all of them and agrees with what is stated. */
export function townCounts(edition: Edition): TownCount[] | undefined {
  const { records } = edition['liaison-points']
  const [villages, codes] = ['public-opinion.villages', 'public-opinion.qr-codes'].map((id) =>
    stated(edition, id),
  )
  if (
    records.length === 0 ||
    records.some(({ town, qrCodes }) => town === null || qrCodes === null)
  )
    return undefined
  const exact = villages?.qualifier.bound === 'exact' && codes?.qualifier.bound === 'exact'
  if (!exact || villages.value !== records.length) return undefined
  if (codes.value !== sum(records, ({ qrCodes }) => qrCodes ?? 0)) return undefined
  return edition.towns.towns
    .map(({ adcode, name }) => {
      const own = records.filter(({ town }) => town === adcode)
      return { name, villages: own.length, codes: sum(own, ({ qrCodes }) => qrCodes ?? 0) }
    })
    .filter(({ villages: count }) => count > 0)
}

/** The villages and QR codes of the roster from y, town by town: rings and squares of their own, in rows of their own. */
export function townRows(towns: readonly TownCount[], cut: Cut, y: number): Drawing {
  const labelled = Math.max(...towns.map(({ name }) => widthOf(name, cut.lettering))) + 14
  const ring = cut.narrow ? 3.6 : 5
  const square = cut.narrow ? 2.8 : 4
  const beside = !cut.narrow
  const counted = cut.lettering * 3.2
  const field = beside ? (cut.width - labelled) / 2 : cut.width - labelled
  const most = Math.max(...towns.flatMap(({ villages, codes }) => [villages, codes]))
  const pitch = Math.min(cut.narrow ? 10 : 14, (field - counted) / most)
  const row = beside ? Math.max(24, cut.lettering * 1.7) : cut.lettering * 3
  const second = beside ? labelled + field : labelled
  const rings = towns.map(({ villages }, index) =>
    range(villages).map((at) =>
      round(
        labelled + ring + at * pitch,
        y + (index + 0.5) * row - (beside ? 0 : row * 0.22),
        ring,
      ),
    ),
  )
  const squares = towns.map(({ codes }, index) =>
    range(codes).map((at) =>
      box(
        second + at * pitch,
        y + (index + 0.5) * row + (beside ? 0 : row * 0.22) - square,
        2 * square,
        2 * square,
      ),
    ),
  )
  return drawing(y + towns.length * row + 4, [
    marks('public-opinion.villages', stroke('hl', ...rings.flat())),
    marks('public-opinion.qr-codes', stroke('da', ...squares.flat())),
    ...towns.map(({ name, villages, codes }, index) => {
      const middle = y + (index + 0.5) * row + dropOf(cut)
      const shift = beside ? 0 : row * 0.22
      return [
        text(0, middle, name, 'sf'),
        text(labelled + field - 18, middle - shift, `${villages}个`, 'm end'),
        text(second + field - (beside ? 0 : 18), middle + shift, `${codes}个`, 'm end'),
      ].join('')
    }),
  ])
}
