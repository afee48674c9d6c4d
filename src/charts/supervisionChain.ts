import { text } from '@observablehq/plot'
import { max } from 'd3'
import { plainCopy } from '../facts/copy.ts'
import { findIndicator } from '../facts/indicator.ts'
import type { Edition } from '../schemas/edition.ts'
import type { Cut, Drawing } from './chart.ts'
import { head, headBaseline, hollowKey } from './head.ts'
import { type Column, paragraph, stack } from './layout.ts'
import { widthOf, wrap } from './lettering.ts'
import { inRows, type TileMarks, tiles } from './marks/units.ts'
import { plot } from './plot.ts'
import { type Stop, spine } from './spine.ts'
import { tallyOf } from './tally.ts'
import { blankField } from './undisclosedField.ts'

/** The case that tells of the supervision. */
export const supervisionCase = 'enforcement'

const stepsOf = ({ cases }: Edition) => cases.find(({ id }) => id === supervisionCase)?.steps ?? []

/** The steps of the supervision that count nothing, each with its place among all and what its label does not say. */
export const wordedSteps = (edition: Edition) =>
  stepsOf(edition).flatMap((step, place) => {
    const label = new RegExp(`^${step.label}|。$`, 'g')
    const words = plainCopy(step.text, edition).replace(label, '')
    return step.text.includes('{supervision.') ? [] : [{ ...step, place, words }]
  })

/** What the supervision counts: what is recorded of each unit, the most units in a row, how they look, who takes part, and what is not recorded. */
interface Counted {
  stated: string
  records: (string | null)[][]
  most: number
  style?: string
  marks?: TileMarks
  people?: string
  rest?: string
}

const countedOf = ({ supervision: { groups, problemClasses, outputs } }: Edition): Counted[] => [
  {
    stated: groups.stated,
    records: groups.records.map(({ name, lead, members, body }) => [
      name,
      lead,
      body,
      members === null ? null : `${members}位`,
    ]),
    most: 7,
    // How many groups there are is known; what they are called may not be.
    marks: { known: 'hl', edge: 'fl', rest: 'hl' },
    people: 'supervision.members',
  },
  {
    stated: problemClasses.stated,
    records: problemClasses.records.flatMap(({ name }) => (name === null ? [] : [[name]])),
    most: 3,
    style: 'sf b',
    rest: '其余类别',
  },
  {
    stated: outputs.stated,
    records: outputs.records.map(() => []),
    most: 12,
    marks: { known: 'h', edge: 'f', rest: 'h' },
  },
]

/** Between two tiles, and between a tile's edge and its words. */
const [gap, pad] = [8, 7]

/** A counted indicator: its figure with what its column's period leaves unsaid, and its units as tiles lettered with what is recorded of each. */
function countedTiles(
  edition: Edition,
  cut: Cut,
  { stated, records, most, style = 'sf', marks, people, rest }: Counted,
  { x, y, width }: Column,
  period: string | null,
): Drawing {
  const observation = findIndicator(edition.indicators, stated)
  const { height: named, body } = stack(y, 0, people ? [stated, people] : [stated], (id, at) => {
    const each = findIndicator(edition.indicators, id)
    const note = each.period === period ? '' : (each.period ?? '')
    return head(each, cut, { x, y: at, width, note })
  })
  const [top, size] = [Math.round(named), cut.lettering]
  const widest = max(records.flat(), (words) => Math.min(4 * size, widthOf(words ?? '', size))) ?? 0
  const columns = Math.min(most, Math.floor((width + gap) / (widest + gap + 2)))
  const tally = tallyOf(observation, records.length)
  const field = inRows(stated, tally, columns)
  const lettered = records.slice(0, tally.known).map((parts, index) => ({
    ...field.units[index],
    lines: parts.flatMap((words) => wrap(words ?? '', size, width / columns - gap - 2)),
  }))
  const lines = max(lettered, (unit) => unit.lines.length) ?? 0
  const height = field.rows * (Math.max(26, Math.round(1.4 * size * lines) + 2 * pad) + gap)
  if (tally.total === 0)
    return {
      height: top + height - gap,
      body: body + blankField(observation, { x, y: top, width, height: height - gap }, cut),
    }
  const units = plot(cut, {
    top: top - gap / 2,
    height,
    marginLeft: x - gap / 2,
    marginRight: cut.width - x - Math.floor((width + gap) / columns) * columns + gap / 2,
    ...field.scales,
    marks: [
      ...tiles(stated, field, tally.known, gap, marks),
      text(lettered, {
        x: 'x',
        y: 'y',
        text: (unit) => unit.lines.join('\n'),
        lineHeight: 1.4,
        className: style,
      }),
    ],
  })
  const drawn = { height: top + height - gap, body: body + units }
  return rest && tally.known > 0 && tally.rest > 0 ? hollowKey(rest, cut, drawn, x) : drawn
}

/** The supervision in the source's order: what is counted as tiles, the rest in words, on a line where a case tells it by steps. */
export function supervisionChain(
  edition: Edition,
  cut: Cut,
  column: Column,
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
