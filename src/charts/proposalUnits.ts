import { dot, text } from '@observablehq/plot'
import { group, sort } from 'd3'
import { findIndicator } from '../facts/indicator.ts'
import { wordFigure } from '../facts/wording.ts'
import type { Edition } from '../schemas/edition.ts'
import { type Cut, type Drawing, isCrowded } from './chart.ts'
import { widthOf } from './lettering.ts'
import { counting } from './marks/units.ts'
import { plot } from './plot.ts'
import { tallyOf } from './tally.ts'

/** What became of a proposal's suggestions, in the order in which its marks stand. */
export const proposalOutcomes = {
  adopted: '已落实',
  planned: '列入计划',
  noted: '留作参考',
} as const
type Outcome = keyof typeof proposalOutcomes
const outcomes = Object.keys(proposalOutcomes) as Outcome[]

/** The form of a slip by what became of its proposal. */
const forms = {
  adopted: { symbol: 'square', className: 'dl' },
  planned: { symbol: 'square', className: 'hl' },
  noted: { symbol: 'circle', className: 'hl' },
} as const

/** The appraised proposals with unit and result, by result; undefined when any lacks one, or any is missing. */
export function settledProposals({ indicators, proposals: { stated, records } }: Edition) {
  const { total, rest, bound } = tallyOf(findIndicator(indicators, stated), records.length)
  const known = records.flatMap((proposal) => {
    const { unit, outcome } = proposal
    return unit && outcome ? [{ ...proposal, unit, outcome }] : []
  })
  const isWhole = total > 0 && rest === 0 && bound === 'exact' && known.length === records.length
  return isWhole ? sort(known, ({ outcome }) => outcomes.indexOf(outcome)) : undefined
}

/** The appraised proposals from a top: a row for each unit, a slip for each proposal in the form of its result, a key. */
export function proposalUnits(
  proposals: NonNullable<ReturnType<typeof settledProposals>>,
  edition: Edition,
  cut: Cut,
  top: number,
): Drawing {
  const observation = findIndicator(edition.indicators, edition.proposals.stated)
  const units = sort([...group(proposals, ({ unit }) => unit)], ([, own]) => -own.length)
  const names = units.map(([unit]) => unit)
  const placed = proposals.map(({ unit, outcome }, index) => ({
    outcome,
    x: proposals.slice(0, index).filter((before) => before.unit === unit).length,
    y: names.indexOf(unit),
  }))
  const counted = cut.lettering * 3
  const left = cut.narrow ? 0 : Math.max(...names.map((name) => widthOf(name, cut.lettering))) + 20
  const longest = units[0]?.[1].length ?? 1
  const pitch = Math.min(cut.narrow ? 20 : 30, (cut.width - left - counted) / longest)
  const named = cut.narrow ? cut.lettering * 1.6 : 0
  const tall = named + (cut.narrow ? 26 : 30)
  const beside = isCrowded(cut) ? 1 : outcomes.length
  const key = outcomes.map((outcome, index) => ({
    outcome,
    x: ((index % beside) * cut.lettering * 9) / pitch,
    y: units.length + 0.4 + (Math.floor(index / beside) * cut.lettering * 1.6) / tall,
    words: `${proposalOutcomes[outcome]}${placed.filter((slip) => slip.outcome === outcome).length}件`,
  }))
  const rows = (key.at(-1)?.y ?? 0) + 1
  const slips = (of: readonly { outcome: Outcome }[], dy = 0) =>
    outcomes.map((outcome) => {
      const own = of.filter((slip) => slip.outcome === outcome)
      return dot(own, { x: 'x', y: 'y', r: pitch * 0.4, dy, ...forms[outcome] })
    })
  const row = { y: (_: unknown, index: number) => index } as const
  const title = `${wordFigure(observation)}，按承办单位`
  const height = cut.lettering * 1.6 + rows * tall
  const body = plot(cut, {
    top,
    height,
    marginTop: cut.lettering * 1.6,
    marginLeft: left,
    marginRight: cut.width - left - longest * pitch,
    x: { domain: [-0.5, longest - 0.5] },
    y: { domain: [rows - 0.5, -0.5] },
    marks: [
      text([title], { frameAnchor: 'top-left', dx: -left, dy: -cut.lettering * 1.2 }),
      ...slips(placed, named / 2).map((mark) => counting(observation.id, mark)),
      text(names, {
        ...row,
        text: (name) => name,
        frameAnchor: 'left',
        dx: -left,
        dy: cut.narrow ? -8 : 0,
        className: 'sf',
      }),
      text(units, {
        ...row,
        text: ([, own]) => `${own.length}件`,
        frameAnchor: 'right',
        dx: counted,
        dy: named / 2,
        className: 'm',
      }),
      ...slips(key),
      text(key, { x: 'x', y: 'y', text: 'words', textAnchor: 'start', dx: pitch * 0.7 }),
    ],
  })
  return { height: top + height, body }
}
