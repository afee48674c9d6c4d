import { max } from 'd3'
import { bindCopy, plainCopy } from '../../facts/copy.ts'
import { findIndicator } from '../../facts/indicator.ts'
import type { Edition, EditionWith } from '../../sets/edition.ts'
import { widthOf, wrap } from '../../svg/lettering.ts'
import type { Cut, Drawing } from '../chart.ts'
import type { TileMarks } from '../marks/units.ts'
import { head, headBaseline, plate } from './head.ts'
import { paragraph, type Slot, stack } from './layout.ts'
import { type Stop, spine } from './spine.ts'
import { tallyOf } from './tally.ts'
import { letteredTiles, tileGap } from './tileField.ts'

/** The id of the case that describes the supervision. */
export const supervisionCase = 'enforcement'

const stepsOf = ({ cases }: Edition) => cases.find(({ id }) => id === supervisionCase)?.steps ?? []

/**
 * The steps of the supervision that count nothing, each with its position among all and the words that its label lacks.
 */
export const wordedSteps = (edition: Edition) =>
  stepsOf(edition).flatMap((step, place) => {
    const label = new RegExp(`^${step.label}|。$`, 'g')
    const words = plainCopy(step.text, edition).replace(label, '')
    const isCounted = bindCopy(step.text, edition).some(({ kind }) => kind === 'quantity')
    return isCounted ? [] : [{ ...step, place, words }]
  })

/**
 * One count of the supervision: the text for each recorded unit, the most units in a row, their classes, who takes
 * part, and what is not recorded.
 */
interface Counted {
  stated: string
  records: (string | null)[][]
  maxPerRow: number
  style?: string
  look?: TileMarks
  people?: string
  rest?: string
}

const countedOf = ({
  supervision: { groups, problemClasses, outputs },
}: EditionWith<'supervision'>): Counted[] => [
  {
    stated: groups.stated,
    records: groups.records.map(({ name, lead, members, body }) => [
      name,
      lead,
      body,
      members === null ? null : `${members}位`,
    ]),
    maxPerRow: 7,
    // The number of groups is known even where their names are not.
    look: { known: 'hl', edge: 'fl', rest: 'hl' },
    people: groups.statedMembers,
  },
  {
    stated: problemClasses.stated,
    records: problemClasses.records.flatMap(({ name }) => (name === null ? [] : [[name]])),
    maxPerRow: 3,
    style: 'sf b',
    rest: '其余类别',
  },
  {
    stated: outputs.stated,
    records: outputs.records.map(() => []),
    maxPerRow: 12,
    look: { known: 'h', edge: 'f', rest: 'h' },
  },
]

/**
 * A counted indicator: its number with what the column's period does not say, and its units as tiles with the text
 * recorded for each.
 */
function countedTiles(
  edition: EditionWith<'supervision'>,
  cut: Cut,
  { stated, records, maxPerRow: fits, people, ...look }: Counted,
  { x, y, width }: Slot,
  period: string | null,
): Drawing {
  const of = (id: string) => findIndicator(edition.indicators, id)
  const named = stack(y, 0, people ? [stated, people] : [stated], (id, at) => {
    const note = of(id).period === period ? '' : undefined
    return head(of(id), cut, { x, y: at, width, note })
  })
  const size = cut.lettering
  const widest = max(records.flat(), (words) => Math.min(4 * size, widthOf(words ?? '', size))) ?? 0
  const columns = Math.min(fits, Math.floor((width + tileGap) / (widest + tileGap + 2)))
  const pitch = Math.floor((width + tileGap) / columns)
  const lines = records.map((parts) =>
    parts.flatMap((words) => wrap(words ?? '', size, width / columns - tileGap - 2)),
  )
  const tally = tallyOf(of(stated), records.length)
  const field = (at: Slot) =>
    letteredTiles(stated, tally, cut, { ...at, width: columns * pitch - tileGap }, lines, {
      ...look,
      columns,
      tall: 26,
      pad: 7,
    })
  return plate(of(stated), cut, tally, field, { x, y, width }, named)
}

/**
 * The supervision in the source's order: counts as tiles, the rest in words; on a line if a case tells it step by step.
 */
export function supervisionChain(
  edition: EditionWith<'supervision'>,
  cut: Cut,
  column: Slot,
  period: string | null,
): Drawing {
  const size = Math.max(cut.lettering, cut.narrow ? 16 : 18)
  const counted = countedOf(edition).map(
    (each): Stop => ({
      label: stepsOf(edition).find((step) => step.text.includes(`{${each.stated}}`))?.label,
      first: headBaseline(cut),
      draw: (beside) => countedTiles(edition, cut, each, beside, period),
    }),
  )
  const worded = wordedSteps(edition).map(
    ({ label, words }): Stop => ({
      label,
      first: size,
      draw: (beside) => paragraph(words, beside, size, 'sf'),
    }),
  )
  return spine(supervisionCase, [...counted, ...worded], column, cut)
}
