import { dot, line, link, ruleY, text } from '@observablehq/plot'
import { plainCopy } from '../facts/copy.ts'
import { findIndicator } from '../facts/indicator.ts'
import type { Edition } from '../schemas/edition.ts'
import { figureCell, header, nth, statusCell, words } from './cells.ts'
import type { Chart, Cut, Drawing, Table } from './chart.ts'
import { sentence } from './head.ts'
import { wrap } from './lettering.ts'
import { counting } from './marks/units.ts'
import { drawing, lines, stroke } from './markup.ts'
import { plot } from './plot.ts'
import { across } from './strokes.ts'
import { undisclosedField } from './undisclosedField.ts'

/** What the source says of a time after, and of what in short: the headline names the place. */
const said = [
  { indicator: 'public-opinion.luxi-visitors', of: '接待游客' },
  { indicator: 'public-opinion.luxi-occupancy', of: '入住率' },
]
const lineHeight = 1.5
const radius = 6

/** The steps of the case up to what came after, which its last step tells. */
const stepsOf = ({ cases }: Edition) =>
  cases.find(({ id }) => id === 'luxi')?.steps.slice(0, -1) ?? []

const longest = (names: readonly string[]) => Math.max(0, ...names.map(({ length }) => length))

const saidIn = ({ indicators }: Edition) =>
  said.map(({ indicator }) => findIndicator(indicators, indicator))

/** The stops of the route, across or down, with their words in lines no wider than `room` and the tracks that leave them. */
function stopsOf(edition: Edition, cut: Cut, pitch: number, room: number) {
  const steps = stepsOf(edition)
  const leading = lineHeight * cut.lettering
  let y = leading / 2
  return steps.map(({ label, brief, text: whole, together = [] }, index) => {
    const broken = wrap(plainCopy(brief ?? whole, edition), cut.lettering, room)
    const stop = cut.narrow ? { x: radius, y } : { x: radius + index * pitch, y: 1.5 * leading }
    const first = stop.y + (cut.narrow ? broken.length : (1 - together.length) / 2) * leading
    const tracks = together.map((name, track) => ({ ...stop, name, to: first + track * leading }))
    y += (broken.length + tracks.length + 0.4) * leading
    const end = cut.narrow ? y : stop.y + (3.8 + broken.length) * leading
    return { ...stop, label, words: broken.join('\n'), tracks, end }
  })
}

function route(edition: Edition, cut: Cut): Drawing {
  const size = cut.lettering
  const named = Math.max(17, size)
  const indent = radius + (1.7 + longest(stepsOf(edition).map(({ label }) => label))) * named
  // The last stop has more room, for its tracks.
  const pitch = cut.width / (stepsOf(edition).length + 0.6)
  const stops = stopsOf(edition, cut, pitch, cut.narrow ? cut.width - indent : pitch - size)
  if (stops.length === 0) {
    const place = { x: 0, y: 1, width: cut.width, height: 4 * size }
    return { height: place.height, body: undisclosedField(place) }
  }
  const height = Math.max(...stops.map(({ end }) => end)) - size
  const tracks = stops.flatMap((stop) => stop.tracks)
  const start = cut.narrow ? indent : cut.width - pitch
  const tail = (0.6 + longest(tracks.map(({ name }) => name))) * size
  const end = cut.narrow ? indent + size : cut.width - tail
  const at = { x: 'x', y: 'y', textAnchor: 'start' } as const
  const [labelled, worded] = cut.narrow
    ? [{ dx: 1.2 * named }, { dx: indent - radius, dy: -0.75 * size }]
    : [
        { dx: -radius, dy: 3.4 * size },
        { dx: -radius, dy: 4.8 * size },
      ]
  const body = plot(cut, {
    height,
    x: { domain: [0, cut.width] },
    y: { domain: [height, 0] },
    marks: [
      line(stops, { x: 'x', y: 'y', className: 'hl' }),
      link(tracks, {
        x1: 'x',
        y1: 'y',
        x2: start,
        y2: 'to',
        curve: cut.narrow ? 'step-before' : 'bump-x',
        className: 'hl',
      }),
      ruleY(tracks, { x1: start, x2: end, y: 'to', className: 'hl' }),
      text(tracks, { ...at, x: end, y: 'to', dx: 6, text: 'name', className: 'i' }),
      counting('luxi', dot(stops, { x: 'x', y: 'y', r: radius, className: 'dl' })),
      text(stops, { ...at, ...labelled, text: 'label', fontSize: named, className: 'sf b' }),
      text(stops, { ...at, ...worded, text: 'words', lineAnchor: 'top', lineHeight }),
    ],
  })
  return { height, body }
}

function draw(edition: Edition, cut: Cut): Drawing {
  const observations = saidIn(edition)
  const periods = new Set(observations.flatMap(({ period }) => period ?? []))
  const told = route(edition, cut)
  const top = told.height + 2 * cut.lettering
  const width = cut.narrow ? cut.width : cut.width / 3
  const dated = wrap([...periods].join('；'), cut.lettering, width - cut.lettering)
  const leading = lineHeight * cut.lettering
  let y = cut.narrow ? top + (dated.length + 0.3) * leading : top
  const figures = observations.map((observation, index) => {
    const x = cut.narrow ? 0 : (index + 1) * width
    const figure = sentence(observation, cut, { x, y, of: said[index]?.of })
    if (cut.narrow) y = figure.height + cut.lettering / 2
    return figure
  })
  return drawing(Math.max(...figures.map(({ height }) => height)), [
    told.body,
    stroke('r', across(0, top - cut.lettering, cut.width)),
    lines(0, top + cut.lettering, dated, leading, 'm'),
    ...figures.map(({ body }) => body),
  ])
}

function table(edition: Edition): Table {
  const observations = saidIn(edition)
  return {
    columns: ['环节', '做了什么', '状态'],
    rows: [
      ...stepsOf(edition).map(({ label, text: done }, index) => [
        header(label, nth('luxi', index)),
        words(plainCopy(done, edition)),
        statusCell('reported'),
      ]),
      ...observations.map((observation) => [
        header(`${observation.period ?? ''}${observation.label}`),
        figureCell(observation),
        statusCell(observation.status),
      ]),
    ],
  }
}

const reading = () => '沿线各站是先后的环节，次序照原文；横线以下另记后来的情形。'

/** One case from its problem to what was built, as the stops of a route in the source's order; what is said of a time after stands apart. */
export const luxi: Chart = { reading, draw, table }
