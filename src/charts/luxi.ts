import { dot, ruleY, text } from '@observablehq/plot'
import { plainCopy } from '../facts/copy.ts'
import { findIndicator } from '../facts/indicator.ts'
import type { Edition } from '../schemas/edition.ts'
import { figureCell, header, nth, statusCell, words } from './cells.ts'
import type { Chart, Cut, Drawing, Table } from './chart.ts'
import { sentence } from './head.ts'
import { counting } from './marks/units.ts'
import { drawing, text as lettering, stroke } from './markup.ts'
import { plot } from './plot.ts'
import { type Column, paragraph, type Stop, spine } from './spine.ts'
import { across, down } from './strokes.ts'
import { undisclosedField } from './undisclosedField.ts'

/** What the source says of a time after, and of what in short: the headline names the place. */
const said = [
  { indicator: 'public-opinion.luxi-visitors', of: '接待游客' },
  { indicator: 'public-opinion.luxi-occupancy', of: '入住率' },
]

/** The steps of the case up to what came after, which its last step tells, each with the words that its drawing has. */
const stepsOf = (edition: Edition) => {
  const steps = edition.cases.find(({ id }) => id === 'luxi')?.steps.slice(0, -1) ?? []
  return steps.map((step) => {
    const whole = plainCopy(step.text, edition)
    return { ...step, whole, brief: step.brief ?? whole, together: step.together ?? [] }
  })
}
type Step = ReturnType<typeof stepsOf>[number]

/** A step in words and, below them, what was done at once in it as tracks side by side. */
function told({ brief, together }: Step, column: Column, size: number): Drawing {
  const words = paragraph(brief, column, size)
  const [leading, length] = [1.5 * size, 2 * size]
  const first = words.height + 0.65 * leading
  const tracks = together.map((name, index) => {
    const y = first + index * leading
    const named = lettering(column.x + length + 0.5 * size, y + 0.36 * size, name, 'i')
    return stroke('hl', across(column.x, y, length)) + named
  })
  const start = stroke('hl', down(column.x, first, Math.max(0, tracks.length - 1) * leading))
  const parted = tracks.length > 0 ? start + tracks.join('') : ''
  return { height: words.height + tracks.length * leading, body: words.body + parted }
}

/** The steps as a route across. */
function routeAcross(steps: readonly Step[], cut: Cut): Drawing {
  const [radius, size] = [6, cut.lettering]
  const pitch = cut.width / steps.length
  const stops = steps.map((step, index) => ({ ...step, x: index * pitch }))
  const columns = stops.map((stop) =>
    told(stop, { x: stop.x, y: 2 * radius + 3.4 * size, width: pitch - size }, size),
  )
  const height = Math.max(...columns.map((column) => column.height))
  const name = { text: 'label', textAnchor: 'start', className: 'sf b', fontSize: 17 } as const
  const line = plot(cut, {
    height,
    x: { domain: [0, cut.width] },
    y: { domain: [height, 0] },
    marks: [
      ruleY([radius], { x1: radius, x2: stops.at(-1)?.x, className: 'hl' }),
      counting('luxi', dot(stops, { x: 'x', y: radius, dx: radius, r: radius, className: 'dl' })),
      text(stops, { ...name, x: 'x', y: radius, dy: 2.2 * size }),
    ],
  })
  return { height, body: line + columns.map(({ body }) => body).join('') }
}

function route(edition: Edition, cut: Cut): Drawing {
  const steps = stepsOf(edition)
  const place = { x: 0, y: 1, width: cut.width, height: 4 * cut.lettering }
  if (steps.length === 0) return { height: place.height, body: undisclosedField(place) }
  if (!cut.narrow) return routeAcross(steps, cut)
  const stops = steps.map(
    (step): Stop => ({
      label: step.label,
      first: cut.lettering,
      draw: (column) => told(step, column, cut.lettering),
    }),
  )
  return spine('luxi', stops, place, cut)
}

function draw(edition: Edition, cut: Cut): Drawing {
  const { height, body } = route(edition, cut)
  const figures = said.map(({ indicator, of }) => ({
    ...findIndicator(edition.indicators, indicator),
    of,
  }))
  const periods = [...new Set(figures.flatMap(({ period }) => period ?? []))].join('；')
  const rule = height + cut.lettering
  const dated = paragraph(
    periods,
    { x: 0, y: rule + cut.lettering, width: cut.width },
    cut.lettering,
    'm',
  )
  const after = figures.map((figure, index) =>
    sentence(figure, cut, {
      x: (index * cut.width) / said.length,
      y: dated.height + 4,
      of: figure.of,
    }),
  )
  return drawing(Math.max(...after.map((each) => each.height)), [
    body,
    stroke('r', across(0, rule, cut.width)),
    dated.body,
    ...after.map((each) => each.body),
  ])
}

function table(edition: Edition): Table {
  return {
    columns: ['环节', '做了什么', '状态'],
    rows: [
      ...stepsOf(edition).map(({ label, whole }, index) => [
        header(label, nth('luxi', index)),
        words(whole),
        statusCell('reported'),
      ]),
      ...said.map(({ indicator }) => {
        const observation = findIndicator(edition.indicators, indicator)
        const { period, label, status } = observation
        return [header((period ?? '') + label), figureCell(observation), statusCell(status)]
      }),
    ],
  }
}

const reading = () => '沿线各站是先后的环节，次序照原文；横线以下另记后来的情形。'

/** One case from its problem to what was built, as the stops of a route in the source's order; what is said of a time after stands apart. */
export const luxi: Chart = { reading, draw, table }
