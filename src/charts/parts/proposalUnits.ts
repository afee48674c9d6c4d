import { dot, text } from '@observablehq/plot'
import { group, max, sort } from 'd3'
import { findIndicator } from '../../facts/indicator.ts'
import { formatQuantity } from '../../facts/wording.ts'
import type { EditionWith } from '../../sets/edition.ts'
import { proposalOutcomes } from '../../sets/proposals.ts'
import { widthOf, wrap } from '../../svg/lettering.ts'
import { text as lettering, lines } from '../../svg/markup.ts'
import type { Cut, Drawing } from '../chart.ts'
import { counting } from '../marks/units.ts'
import { plot } from './plot.ts'
import { countOf } from './tally.ts'

/** The form of a slip by the result of its proposal, in the order in which slips are drawn. */
const forms = [
  { outcome: 'adopted', sign: '■', symbol: 'square', className: 'dl' },
  { outcome: 'planned', sign: '□', symbol: 'square', className: 'hl' },
  { outcome: 'noted', sign: '○', symbol: 'circle', className: 'hl' },
] as const

/** The appraised proposals with unit and result, by result; undefined if any is missing or lacks one of the two. */
export function settledProposals({ indicators, proposals }: EditionWith<'proposals'>) {
  const { told, tally } = countOf(indicators, proposals, (proposal) => {
    const { unit, outcome } = proposal
    return unit && outcome ? { ...proposal, unit, outcome } : undefined
  })
  const rank = (settled: { outcome: string }) =>
    forms.findIndex(({ outcome }) => outcome === settled.outcome)
  return told && tally.bound === 'exact' ? sort(told, rank) : undefined
}

/**
 * The appraised proposals from `top` down: a row for each unit, a slip for each proposal in the form of its result, a
 * key below.
 */
export function proposalUnits(
  proposals: NonNullable<ReturnType<typeof settledProposals>>,
  edition: EditionWith<'proposals'>,
  cut: Cut,
  top: number,
): Drawing {
  const observation = findIndicator(edition.indicators, edition.proposals.stated)
  const units = sort([...group(proposals, ({ unit }) => unit)], ([, own]) => -own.length)
  const slips = units.flatMap(([, own]) => own.map((proposal, x) => ({ ...proposal, x })))
  const size = cut.lettering
  const left = cut.narrow ? 0 : (max(units, ([unit]) => widthOf(unit, size)) ?? 0) + 20
  const counted = 3 * size
  const longest = units[0]?.[1].length ?? 1
  const pitch = Math.min(cut.narrow ? 20 : 30, (cut.width - left - counted) / longest)
  const [tall, dy, up] = cut.narrow ? [26 + 1.6 * size, 0.8 * size, 10] : [30, 0, 0]
  const above = 1.6 * size
  const slip = { x: 'x', y: 'unit', r: 0.4 * pitch }
  const row = { y: ([unit]: [string, unknown]) => unit }
  const rows = plot(cut, {
    at: { x: left, y: top + above, width: longest * pitch },
    height: units.length * tall,
    x: { domain: [-0.5, longest - 0.5] },
    y: { type: 'band', domain: units.map(([unit]) => unit) },
    marks: [
      ...forms.map(({ outcome, symbol, className }) => {
        const own = slips.filter((each) => each.outcome === outcome)
        return counting(observation.id, dot(own, { ...slip, symbol, className, dy }))
      }),
      text(units, {
        ...row,
        text: '0',
        frameAnchor: 'left',
        dx: -left,
        dy: -up,
        className: 'sf',
      }),
      text(units, {
        ...row,
        text: ([, own]) => `${own.length}件`,
        frameAnchor: 'right',
        dx: counted,
        dy,
        className: 'm',
      }),
    ],
  })
  const key = forms.map(({ outcome, sign }) => {
    const count = slips.filter((each) => each.outcome === outcome).length
    return `${sign}${proposalOutcomes[outcome]}${count}件`
  })
  const words = wrap(key.join('　'), size, cut.width, key).map((line) => line.trim())
  const legend = lines(0, rows.height + 1.2 * size, words, 1.6 * size, 'tl')
  const title = lettering(0, top + size, `${formatQuantity(observation)}，按承办单位`)
  return {
    height: rows.height + (0.2 + 1.6 * words.length) * size,
    body: title + rows.body + legend,
  }
}
