import { plainCopy } from '../../facts/copy.ts'
import { findIndicator } from '../../facts/indicator.ts'
import type { EditionWith } from '../../sets/edition.ts'
import { stroke, text } from '../../svg/markup.ts'
import { horizontalLine, rectangle, verticalLine } from '../../svg/strokes.ts'
import type { Cut, Drawing, Table } from '../chart.ts'
import { defineChart } from '../chart.ts'
import { header, nth, quantityCell, statusCell, words } from '../parts/cells.ts'
import { sentence } from '../parts/head.ts'
import { inTwo, paragraph, type Slot, stack } from '../parts/layout.ts'
import { type Stop, spine } from '../parts/spine.ts'

/** What the figure is drawn from. */
type Told = EditionWith<'cases'>

const caseOf = ({ cases }: Told) => cases.find(({ id }) => id === 'luxi')

/** The steps of the case without the last, which tells the outcome; each with the words used in the drawing. */
const stepsOf = (edition: Told) => {
  const steps = caseOf(edition)?.steps.slice(0, -1) ?? []
  return steps.map((step) => {
    const whole = plainCopy(step.text, edition)
    return { ...step, whole, brief: step.brief ?? whole, together: step.together ?? [] }
  })
}
type Step = ReturnType<typeof stepsOf>[number]

/** What the case says about a later time; `of` is a short label, because the headline names the place. */
const afterOf = (edition: Told) =>
  (caseOf(edition)?.after ?? []).map(({ indicator, label: of }) => ({
    ...findIndicator(edition.indicators, indicator),
    of,
  }))

/** A step in words and, below it, the things done at the same time as parallel tracks. */
function told({ brief, together }: Step, column: Slot, size: number): Drawing {
  const words = paragraph(brief, column, size)
  const [leading, length] = [1.5 * size, 2 * size]
  const first = words.height + 0.65 * leading
  const tracks = together.map((name, index) => {
    const y = first + index * leading
    const named = text(column.x + length + 0.5 * size, y + 0.36 * size, name, 'i')
    return stroke('hl', horizontalLine(column.x, y, length)) + named
  })
  const start = stroke(
    'hl',
    verticalLine(column.x, first, Math.max(0, tracks.length - 1) * leading),
  )
  const parted = tracks.length > 0 ? start + tracks.join('') : ''
  return { height: words.height + tracks.length * leading, body: words.body + parted }
}

/** The steps as the stops of a vertical route. */
function route(edition: Told, column: Slot, cut: Cut): Drawing {
  const steps = stepsOf(edition)
  const size = Math.max(cut.lettering, cut.narrow ? 13 : 16)
  if (steps.length === 0) {
    const blank = rectangle(column.x, column.y, column.width, 4 * size)
    return { height: 4 * size, body: stroke('u', blank) }
  }
  const stops = steps.map(
    (step): Stop => ({
      label: step.label,
      first: size,
      draw: (beside) => told(step, beside, size),
    }),
  )
  return spine('luxi', stops, column, cut)
}

/** The observations of a later time. */
function later(edition: Told, { x, y, width }: Slot, cut: Cut): Drawing {
  const figures = afterOf(edition)
  const periods = [...new Set(figures.flatMap(({ period }) => period ?? []))].join('；')
  const dated = paragraph(periods, { x, y, width }, cut.lettering, 'm')
  const stated = stack(dated.height + 4, 0.6 * cut.lettering, figures, (figure, top) =>
    sentence(figure, cut, { x, y: top, of: figure.of }),
  )
  return { height: stated.height, body: dated.body + stated.body }
}

const draw = (edition: Told, cut: Cut): Drawing =>
  inTwo(
    cut,
    0.6,
    (column) => route(edition, column, cut),
    (column) => later(edition, column, cut),
  )

function table(edition: Told): Table {
  return {
    columns: ['环节', '做了什么', '状态'],
    rows: [
      ...stepsOf(edition).map(({ label, whole }, index) => [
        header(label, nth('luxi', index)),
        words(whole),
        statusCell('reported'),
      ]),
      ...afterOf(edition).map((observation) => {
        const { period, label, status } = observation
        return [header((period ?? '') + label), quantityCell(observation), statusCell(status)]
      }),
    ],
  }
}

const reading = () => '沿线各站是先后的环节，次序照原文；后来的情形分开记。'

/**
 * One case from its problem to what was built, as stops of a route in the source's order; what happened later is set
 * apart.
 */
export const luxi = defineChart({ needs: ['cases'], reading, draw, table })
