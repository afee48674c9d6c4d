import { barX, text } from '@observablehq/plot'
import { max } from 'd3'
import {
  compareObservations,
  formatComparison,
  type Stated,
} from '../../facts/compareObservations.ts'
import { definitionOf } from '../../facts/definition.ts'
import { hasValue } from '../../facts/indicator.ts'
import { formatQuantity } from '../../facts/wording.ts'
import type { Observation } from '../../schemas/observation.ts'
import type { Edition } from '../../sets/edition.ts'
import { type Cell, type Cut, type Drawing, defineChart, type Reads, type Table } from '../chart.ts'
import { listedIndicators } from '../figureNumber.ts'
import { hatched } from '../marks/hatchedBar.ts'
import { counting } from '../marks/units.ts'
import { header, periodCell, type Row, statedRow, tableOf, words } from '../parts/cells.ts'
import { blankField, head } from '../parts/head.ts'
import { paragraph, type Slot, stack } from '../parts/layout.ts'
import { plot } from '../parts/plot.ts'

/** An indicator in this edition, and in each earlier one that has it: with the same definition, else with the same id. */
function panelsOf(edition: Edition) {
  const { year, earlier } = edition
  if (earlier.length === 0) throw new Error('没有更早的已发布的版次可以相比')
  return listedIndicators(edition, 'years').map((observation) => {
    const now = { year, observation }
    const definition = definitionOf(observation, year)
    const before = earlier.flatMap(({ year, indicators }) => {
      const same =
        indicators.find((one) => definitionOf(one, year) === definition) ??
        indicators.find(({ id }) => id === observation.id)
      if (!same) return []
      const then = { year, observation: same }
      const comparison = compareObservations(then, now)
      const isDrawn = !('reason' in comparison)
      return { ...then, isDrawn, words: formatComparison(comparison, then, now) }
    })
    return { ...now, before }
  })
}
type Panel = ReturnType<typeof panelsOf>[number]

/** The numbers of a panel that may stand on one scale, oldest first; none where this edition's stands alone. */
const drawnOf = ({ before, year, observation }: Panel): Stated[] => {
  const drawn = before.filter(({ isDrawn }) => isDrawn)
  return drawn.length > 0 ? [...drawn, { year, observation }] : []
}

/** The name of the bar of a year among the marks of an indicator. */
const markOf = ({ id }: Observation, year: number) => `${id}@${year}`

/** Room past the longest bar in user units for an end that is open. */
const openRoom = 62

/** A bar for each year from one zero, named above it. */
function bars(panel: Panel, cut: Cut, { x, y, width }: Slot): Drawing {
  const size = cut.lettering
  const rows = drawnOf(panel).map(({ year, observation }) => ({
    year,
    observation,
    value: observation.value,
    name: [observation.period, formatQuantity(observation)].join('　'),
  }))
  const [named, thick] = [1.55 * size, 20]
  const row = Math.round(named + thick + 0.7 * size)
  const bar = { x: 'value', y: 'year', insetTop: named, insetBottom: row - named - thick } as const
  return plot(cut, {
    at: { x, y, width: width - openRoom },
    height: rows.length * row,
    x: { domain: [0, Math.max(1, max(rows, ({ value }) => value ?? 0) ?? 1)] },
    y: { type: 'band', domain: rows.map(({ year }) => year), padding: 0 },
    marks: [
      ...rows.map((one) =>
        counting(
          markOf(panel.observation, one.year),
          barX([one], { ...bar, render: hatched(one.observation) }),
        ),
      ),
      text(rows, {
        y: 'year',
        text: 'name',
        frameAnchor: 'left',
        textAnchor: 'start',
        dy: -row / 2 + 0.75 * size,
      }),
    ],
  })
}

/** What is said of each earlier year: how this one stands to it, or its number and why the two are not compared. */
const saidOf = ({ before }: Panel) =>
  before.map(({ isDrawn, observation, words }) => {
    const { period } = observation
    const stated = [period, formatQuantity(observation)].filter(Boolean).join('　')
    const told = isDrawn || !hasValue(observation) ? [words] : [stated, words]
    return { words: `${told.join('；')}。`, mark: isDrawn ? undefined : 'm' }
  })

function panelAt(panel: Panel, cut: Cut, y: number): Drawing {
  const { observation } = panel
  const size = cut.lettering
  const width = cut.narrow ? cut.width : Math.round(0.38 * cut.width)
  const x = cut.narrow ? 0 : width + 2 * size
  const named = head(observation, cut, { y, width })
  const top = cut.narrow ? named.height - 0.4 * size : y + 4
  const column = { x, y: top, width: cut.width - x }
  const field = !hasValue(observation)
    ? blankField(observation, column, cut, 2.4 * size)
    : drawnOf(panel).length > 0
      ? bars(panel, cut, column)
      : { height: top, body: '' }
  const said = stack(field.height, 0.3 * size, saidOf(panel), ({ words, mark }, at) =>
    paragraph(words, { ...column, y: at }, size, mark),
  )
  return {
    height: Math.max(named.height, said.height),
    body: named.body + field.body + said.body,
  }
}

const draw = (edition: Edition, cut: Cut): Drawing =>
  stack(0, 2 * cut.lettering, panelsOf(edition), (panel, y) => panelAt(panel, cut, y))

/** The number of an earlier edition, which is bound to no indicator of this one. */
const figureOf = (observation: Stated['observation']): Cell =>
  hasValue(observation)
    ? words(formatQuantity(observation))
    : { text: formatQuantity(observation), status: observation.status }

function table(edition: Edition): Table {
  const rows = panelsOf(edition).flatMap((panel): Row[] => {
    const { observation, year } = panel
    const reads = (of: number): Reads | undefined =>
      drawnOf(panel).some((one) => one.year === of)
        ? { of: markOf(observation, of), from: 0 }
        : undefined
    return [
      statedRow(observation, { 与往年相比: '本版的数' }, reads(year)),
      ...panel.before.map((then) => ({
        head: header(`${then.year}年版的${observation.label}`, reads(then.year)),
        figure: figureOf(then.observation),
        said: { 期间: periodCell(then.observation), 与往年相比: then.words },
        status: then.observation.status,
      })),
    ]
  })
  return tableOf(['期间', '与往年相比'], rows)
}

const reading = () =>
  '各版的同一个数从同一条线起画，可比长短；不能相比的不画横条，写明为什么。各数各用各的刻度。'

/** Each number with what is said of it beside every earlier one, whatever is drawn. */
const alt = (edition: Edition) =>
  panelsOf(edition)
    .map(({ observation, before }) =>
      [observation.label + formatQuantity(observation), ...before.map(({ words }) => words)].join(
        '，',
      ),
    )
    .join('；')
    .concat('。')

/** Indicators of this edition beside those of earlier ones: bars on one scale where the two may be compared, else the reason why not. */
export const years = defineChart({ needs: [], reading, draw, table, alt, finding: () => [] })
