import { dot, ruleX, text } from '@observablehq/plot'
import { max } from 'd3'
import { plainCopy } from '../facts/copy.ts'
import { findIndicator } from '../facts/indicator.ts'
import { wordFigure } from '../facts/wording.ts'
import type { Edition } from '../schemas/edition.ts'
import type { Observation } from '../schemas/observation.ts'
import { type Cut, type Drawing, isCrowded } from './chart.ts'
import { head, headBaseline } from './head.ts'
import { widthOf, wrap } from './lettering.ts'
import { counting, inRows, type TileMarks, tiles } from './marks/units.ts'
import { plot } from './plot.ts'
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

/** What the supervision counts: what its records say line by line, and how its units are set. */
interface Counted {
  stated: string
  records: (string | null)[][]
  style?: string
  most: number
  size: number
  /** Who takes part, said beside the figure. */
  people?: Observation
  marks?: TileMarks
}

function countedOf(edition: Edition, { lettering }: Cut, width: number): Counted[] {
  const { groups, problemClasses, outputs } = edition.supervision
  const people = findIndicator(edition.indicators, 'supervision.members')
  const worded = groups.records.some(({ name, lead, members }) => name ?? lead ?? members)
  const size = Math.max(17, lettering)
  const fitting = (ems: number, most: number) => Math.min(most, Math.floor(width / ems))
  return [
    {
      stated: groups.stated,
      records: groups.records.map(({ name, lead, members, body }) => [
        name,
        lead,
        body,
        members === null ? null : `${members}位`,
      ]),
      most: worded ? fitting(4 * lettering, 7) : 7,
      size: lettering,
      people,
      // How many groups there are is known; what they are called may not be.
      marks: { known: 'hl', edge: 'fl', rest: 'hl' },
    },
    {
      stated: problemClasses.stated,
      records: problemClasses.records.flatMap(({ name }) => (name === null ? [] : [[name]])),
      style: 'sf b',
      most: fitting(4.6 * size, 3),
      size,
    },
    { stated: outputs.stated, records: outputs.records.map(() => []), most: 12, size },
  ]
}

/** Where a stop of the chain stands, and the period that heads the chain. */
type Place = Record<'x' | 'y' | 'width', number> & { period: string | null }

/** A counted indicator as a stop: its figure, and its units as tiles lettered with what is recorded of each. */
function countedStop(edition: Edition, cut: Cut, counted: Counted, place: Place): Drawing {
  const { stated, records, style = 'sf', most, size, people, marks } = counted
  const { x, y, width, period } = place
  const observation = findIndicator(edition.indicators, stated)
  const figure = people && wordFigure(people)
  const periods = [observation.period, people?.period].filter((each) => each !== period)
  const note = [figure && `委员${figure}`, ...periods].filter(Boolean).join('，')
  const above = head(observation, cut, { x, y, width, note, whole: figure ? [figure] : [] })
  const tally = tallyOf(observation, records.length)
  const [field, gap] = [inRows(stated, tally, most), 8]
  const known = marks ? tally.units : tally.known
  const lettered = records.slice(0, known).map((parts, index) => ({
    ...field.units[index],
    lines: parts.flatMap((words) => wrap(words ?? '', size, width / most - gap - 2)),
  }))
  const tall =
    Math.max(26, 1.4 * size * (max(lettered, ({ lines }) => lines.length) ?? 0) + 14) + gap
  const [top, height] = [above.height, field.rows * tall - gap]
  if (tally.total === 0) {
    const blank = blankField(observation, { x, y: top, width, height }, cut)
    return { height: top + height, body: above.body + blank }
  }
  const body = plot(cut, {
    top: top - gap / 2,
    height: height + gap,
    marginLeft: x - gap / 2,
    marginRight: cut.width - x - width - gap / 2,
    ...field.scales,
    marks: [
      ...tiles(stated, field, known, gap, marks),
      text(lettered, {
        x: 'x',
        y: 'y',
        text: ({ lines }) => lines.join('\n'),
        lineHeight: 1.4,
        fontSize: size,
        className: style,
      }),
    ],
  })
  return { height: top + height, body: above.body + body }
}

/** The supervision from y in the source's order: what is counted as tiles, the rest in words, on a line where a case tells it by steps. */
export function supervisionChain(edition: Edition, cut: Cut, place: Omit<Place, 'x'>): Drawing {
  const steps = stepsOf(edition)
  const crowded = isCrowded(cut)
  const em = cut.lettering
  // Labels stand before the line, over what they name where there is no room for that.
  const labels = (!crowded && max(steps, ({ label }) => widthOf(label, em))) || 0
  const spine = crowded ? 5 : labels + 0.8 * em
  const x = steps.length > 0 ? spine + em : 0
  const width = place.width - x
  const size = Math.max(em, cut.narrow ? 16 : 18)
  const gap = (crowded ? 1 : 1.7) * em
  const counted = countedOf(edition, cut, width).map((each) => ({
    step: steps.find(({ text }) => text.includes(`{${each.stated}}`)),
    first: headBaseline(cut),
    words: '',
    drawn: (y: number) => countedStop(edition, cut, each, { ...place, x, y, width }),
  }))
  const worded = wordedSteps(edition).map((step) => {
    const lines = wrap(step.words, size, width)
    const drawn = (y: number) => ({ height: y + lines.length * size * 1.5, body: '' })
    return { step, first: size, words: lines.join('\n'), drawn }
  })
  let { y } = place
  const stops = [...counted, ...worded].map(({ step, first, words, drawn }) => {
    const spot = y + (crowded ? 0.5 * em : first - 0.36 * em)
    const top = step && crowded ? y + 1.6 * em : y
    const { height, body } = drawn(top)
    y = height + gap
    return { label: step?.label, words, spot, top, body }
  })
  const told = stops.filter(({ label }) => label)
  const start = { textAnchor: 'start', x } as const
  const chain = plot(cut, {
    height: y,
    x: { domain: [0, cut.width] },
    y: { domain: [y, 0] },
    marks: [
      ruleX(told.slice(0, 1), { x: spine, y1: 'spot', y2: told.at(-1)?.spot, className: 'h' }),
      counting(supervisionCase, dot(told, { x: spine, y: 'spot', r: 4, className: 'd' })),
      text(told, {
        ...(crowded ? start : { x: labels, textAnchor: 'end' }),
        y: 'spot',
        text: 'label',
        className: 'm',
      }),
      text(told, {
        ...start,
        y: 'top',
        text: 'words',
        lineAnchor: 'top',
        lineHeight: 1.5,
        fontSize: size,
        className: 'sf',
      }),
    ],
  })
  return { height: y - gap, body: chain + stops.map(({ body }) => body).join('') }
}
