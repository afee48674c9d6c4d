import { group } from 'd3'
import { findIndicator } from '../facts/indicator.ts'
import type { Edition } from '../schemas/edition.ts'
import type { Cut, Drawing } from './chart.ts'
import { dropOf } from './grid.ts'
import { head } from './head.ts'
import { widthOf } from './lettering.ts'
import { drawing, marks, stroke, text } from './markup.ts'
import { openEnd } from './openEnd.ts'
import { box, down } from './strokes.ts'
import { tallyOf } from './tally.ts'

/** What became of a proposal's suggestions, in the order in which its marks stand. */
export const proposalOutcomes = {
  adopted: '已落实',
  planned: '列入计划',
  noted: '留作参考',
} as const
type Outcome = keyof typeof proposalOutcomes

/** The appraised proposals with unit and result; undefined when any lacks one, or any is missing. */
export function settledProposals(edition: Edition) {
  const { stated, records } = edition.proposals
  const tally = tallyOf(findIndicator(edition.indicators, stated), records.length)
  const known = records.flatMap((proposal) => {
    const { unit, outcome } = proposal
    return unit && outcome ? [{ ...proposal, unit, outcome }] : []
  })
  return tally.total > 0 && tally.rest === 0 && known.length === records.length ? known : undefined
}

/** A slip of one proposal: solid when carried out, barred when planned, bare when noted. */
function slip(outcome: Outcome, x: number, y: number, size: number): string {
  const edge = box(x, y, size, size)
  if (outcome === 'adopted') return stroke('dl', edge)
  if (outcome === 'noted') return stroke('hl', edge)
  // Bars that begin where the last one ended keep the slip one mark.
  const quarter = size / 4
  return stroke(
    'hl',
    `${edge}m0 ${quarter}h${size}m${-size} ${quarter}h${size}m${-size} ${quarter}h${size}`,
  )
}

/** The appraised proposals from y: a row for each unit, a slip for each proposal in the form of its result. */
export function proposalUnits(
  proposals: NonNullable<ReturnType<typeof settledProposals>>,
  edition: Edition,
  cut: Cut,
  y: number,
): Drawing {
  const { stated } = edition.proposals
  const observation = findIndicator(edition.indicators, stated)
  const { bound } = tallyOf(observation, proposals.length)
  const top = head(observation, cut, { y })
  const order = Object.keys(proposalOutcomes)
  const units = [...group(proposals, ({ unit }) => unit)].toSorted(
    (a, b) => b[1].length - a[1].length,
  )
  const size = cut.narrow ? 15 : 22
  const pitch = size + (cut.narrow ? 5 : 8)
  const labelled = cut.narrow
    ? 0
    : Math.max(...units.map(([unit]) => widthOf(unit, cut.lettering))) + 20
  const counted = cut.lettering * 3
  const most = Math.max(1, Math.floor((cut.width - labelled - counted) / pitch))
  const place = new Map<string, [number, number]>()
  let at = top.height + 6
  const rows = units.map(([unit, own]) => {
    const start = at + (cut.narrow ? cut.lettering * 1.7 : 0)
    own
      .toSorted((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome))
      .forEach(({ id }, index) => {
        place.set(id, [labelled + (index % most) * pitch, start + Math.floor(index / most) * pitch])
      })
    const height = Math.ceil(own.length / most) * pitch
    const middle = start + size / 2 + dropOf(cut)
    at = start + height + (cut.narrow ? 4 : 6)
    return [
      text(0, cut.narrow ? start - cut.lettering * 0.5 : middle, unit, 'sf'),
      text(cut.width, middle, `${own.length}件`, 'm end'),
    ].join('')
  })
  const below = at + 8
  const leading = cut.lettering * 1.7
  let keyX = 0
  let keyY = below
  const keys = order.map((outcome) => {
    const count = proposals.filter((proposal) => proposal.outcome === outcome).length
    const label = `${proposalOutcomes[outcome as Outcome]}${count}件`
    const width = size + 8 + widthOf(label, cut.lettering)
    if (keyX + width > cut.width) [keyX, keyY] = [0, keyY + leading]
    const key =
      slip(outcome as Outcome, keyX, keyY + (cut.lettering - size) / 2 + 4, size) +
      text(keyX + size + 8, keyY + cut.lettering + 2, label)
    keyX += width + cut.lettering * 1.4
    return key
  })
  const end = { x: labelled + (most - 2) * pitch, y: at - pitch, width: pitch * 2, height: size }
  return drawing(keyY + leading + 4, [
    top.body,
    stroke('r', cut.narrow ? '' : down(labelled - 10, top.height + 2, at - top.height - 4)),
    ...rows,
    marks(
      stated,
      ...proposals.map(({ id, outcome }) => slip(outcome, ...(place.get(id) ?? [0, y]), size)),
    ),
    openEnd(stated, bound, end),
    ...keys,
  ])
}
