import { dot, ruleY, text } from '@observablehq/plot'
import { max, range, sum } from 'd3'
import { findIndicator } from '../facts/indicator.ts'
import type { Edition } from '../schemas/edition.ts'
import type { Cut, Drawing } from './chart.ts'
import { head } from './head.ts'
import { widthOf } from './lettering.ts'
import { counting } from './marks/units.ts'
import { drawing } from './markup.ts'
import { plot } from './plot.ts'

/** The towns with their villages and QR codes; none unless the roster gives all of them and agrees with what is stated. */
export function townCounts(edition: Edition) {
  const { records } = edition['liaison-points']
  const codesOf = (points: typeof records) => sum(points, ({ qrCodes }) => qrCodes ?? 0)
  const agrees = (indicator: string, count: number) => {
    const { value, qualifier } = findIndicator(edition.indicators, indicator)
    return value === count && qualifier.bound === 'exact'
  }
  const whole =
    records.every(({ town, qrCodes }) => town !== null && qrCodes !== null) &&
    agrees('public-opinion.villages', records.length) &&
    agrees('public-opinion.qr-codes', codesOf(records))
  const towns = (whole ? edition.towns.towns : []).map(({ adcode, name }) => {
    const own = records.filter(({ town }) => town === adcode)
    return { name, villages: own.length, codes: codesOf(own) }
  })
  return towns.filter(({ villages }) => villages > 0)
}

/** The marks of a town: what they count, how they look, and the share of the room for one that each takes. */
const panels = [
  { indicator: 'public-opinion.villages', of: 'villages', symbol: 'circle', mark: 'hl', share: 1 },
  { indicator: 'public-opinion.qr-codes', of: 'codes', symbol: 'square', mark: 'da', share: 0.8 },
] as const

/** The villages and the QR codes of the roster from `top`, town by town, side by side with marks and scales of their own; the name of a town stands before its row, or above where that is too narrow. */
export function townRows(
  edition: Edition,
  towns: ReturnType<typeof townCounts>,
  cut: Cut,
  top: number,
): Drawing {
  const size = cut.lettering
  const names = cut.narrow ? 0 : size + (max(towns, ({ name }) => widthOf(name, size)) ?? 0)
  const width = (cut.width - names - size) / 2
  const leftOf = (panel: number) => names + panel * (width + size)
  const most = max(panels.flatMap(({ of, share }) => towns.map((town) => share * town[of]))) ?? 1
  const room = Math.min(size, (width - 2 * size) / most)
  const heads = panels.map(({ indicator }, panel) =>
    head(findIndicator(edition.indicators, indicator), cut, { x: leftOf(panel), y: top, width }),
  )
  const y = Math.max(...heads.map((one) => one.height))
  const height = towns.length * size * (cut.narrow ? 3.2 : 1.7)
  const [above, below] = cut.narrow ? [-0.6 * size, 0.6 * size] : [0, 0]
  const row = (_: unknown, at: number) => at + 0.5
  const marks = panels.flatMap(({ indicator, of, symbol, mark, share }, panel) => {
    const units = towns.flatMap((town, at) =>
      range(town[of]).map((unit) => ({
        x: leftOf(panel) + (unit + 0.5) * share * room,
        y: at + 0.5,
      })),
    )
    const look = { symbol, r: 0.35 * share * room, className: mark } as const
    const count = (town: (typeof towns)[number]) => String(town[of])
    const end = { x: leftOf(panel) + width, y: row, dy: below, textAnchor: 'end' } as const
    return [
      counting(indicator, dot(units, { x: 'x', y: 'y', dy: below, ...look })),
      text(towns, { ...end, text: count, className: 'm' }),
    ]
  })
  const name = { x: 0, y: row, dy: above, text: 'name', textAnchor: 'start' } as const
  const body = plot(cut, {
    top: y,
    height,
    x: { domain: [0, cut.width] },
    y: { domain: [towns.length, 0] },
    marks: [
      ruleY(range(towns.length), { className: 'r' }),
      marks,
      text(towns, { ...name, className: 'sf' }),
    ],
  })
  return drawing(y + height, [...heads.map((one) => one.body), body])
}
