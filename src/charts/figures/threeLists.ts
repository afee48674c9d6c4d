import { arrow, text as lettering } from '@observablehq/plot'
import { findIndicator } from '../../facts/indicator.ts'
import { undisclosed } from '../../facts/wording.ts'
import type { Observation } from '../../schemas/observation.ts'
import type { EditionWith } from '../../sets/edition.ts'
import { proposalOutcomes } from '../../sets/proposals.ts'
import { stroke, text } from '../../svg/markup.ts'
import { horizontalLine } from '../../svg/strokes.ts'
import type { Cut, Drawing, Table } from '../chart.ts'
import { defineChart } from '../chart.ts'
import type { Unit } from '../marks/units.ts'
import { countRows, statedRow, tableOf } from '../parts/cells.ts'
import { plate, sentence } from '../parts/head.ts'
import { inTwo, type Slot, stack } from '../parts/layout.ts'
import { proposalUnits, settledProposals } from '../parts/proposalUnits.ts'
import { countOf } from '../parts/tally.ts'
import { tileField } from '../parts/tileField.ts'

/** What the figure is drawn from. */
type Told = EditionWith<'proposals'>

type List = Told['proposals']['lists']['records'][number]

/** How many proposals have a recorded entry in a list, in words; empty if none. */
function entered({ proposals }: Told, list: List): string[] {
  const count = proposals.records.filter((proposal) => proposal[list.id]).length
  return count > 0 ? [`已登记${count}件`] : []
}

const listsOf = ({ indicators, proposals }: Told) => countOf(indicators, proposals.lists)

/** The results of the proposals in the source's order: how many were appraised, and each statement of satisfaction. */
const outcomesOf = ({ indicators, proposals }: Told): [Observation, ...Observation[]] => [
  findIndicator(indicators, proposals.stated),
  ...proposals.satisfaction.map((indicator) => findIndicator(indicators, indicator)),
]

/** The lists as sheets below their number, with an arrow from each to the next. */
function sheets(edition: Told, column: Slot, cut: Cut): Drawing {
  const { observation, records: lists, tally } = listsOf(edition)
  const columns = cut.narrow ? 1 : 3
  const [gap, inset] = cut.narrow ? [26, 27] : [44, 36]
  const size = Math.max(cut.lettering, cut.narrow ? 19 : 24)
  const written = lists.map((list) => [list.content, ...entered(edition, list)].join('\n'))
  const lines = written.some((words) => words.includes('\n')) ? 2 : 1
  const tall = cut.narrow ? Math.round(28 + lines * cut.lettering * 1.4) : 130
  const reach = (gap / 2 - 7) / (cut.narrow ? tall + gap : (column.width + gap) / columns)
  const way = cut.narrow
    ? { x: 'x', y1: ({ y1 }: Unit) => y1 - reach, y2: ({ y1 }: Unit) => y1 + reach }
    : { y: 'y', x1: ({ x1 }: Unit) => x1 - reach, x2: ({ x1 }: Unit) => x1 + reach }
  const start = {
    x: 'x1',
    y: 'y1',
    textAnchor: 'start',
    lineAnchor: 'top',
    lineHeight: 1.4,
  } as const
  // Beside the name if the sheets are low, below it if they are tall.
  const [right, below] = cut.narrow ? [5 * size, size - cut.lettering] : [0, 2 * size]
  const name = { ...start, dx: inset, dy: inset, className: 'sf b', fontSize: size }
  const words = { ...start, dx: inset + right, dy: inset + below, className: 'm' }
  const look = { known: 'h', edge: 'fl', rest: 'ud' }
  const marks = (known: readonly Unit[]) => [
    arrow(known.slice(1), { ...way, className: 'h' }),
    lettering(known, { ...name, text: lists.map((list) => list.name) }),
    lettering(known, { ...words, text: written }),
  ]
  const field = (at: Slot) =>
    tileField(observation.id, tally, cut, at, { columns, tall, gap, look, marks })
  return plate(observation, cut, tally, field, column)
}

/** The results of the proposals, each a separate statement. */
function statements(edition: Told, { x, y, width }: Slot, cut: Cut): Drawing {
  const size = cut.lettering
  return stack(y, size, outcomesOf(edition), (observation, top) => {
    const rule = top > y ? stroke('r', horizontalLine(x, Math.round(top - size / 2), width)) : ''
    const { height, body } = sentence(observation, cut, { x, y: top })
    const dated = text(cut.width, height - 0.6 * size, observation.period ?? '', 'm end')
    return { height, body: rule + body + dated }
  })
}

function draw(edition: Told, cut: Cut): Drawing {
  const way = inTwo(
    cut,
    0.61,
    (column) => sheets(edition, column, cut),
    (column) => statements(edition, column, cut),
  )
  const settled = settledProposals(edition)
  if (!settled) return way
  const { height, body } = proposalUnits(settled, edition, cut, way.height + 26)
  return { height, body: way.body + body }
}

function table(edition: Told): Table {
  const { observation, records: lists } = listsOf(edition)
  const [appraised, ...satisfaction] = outcomesOf(edition)
  const settled = settledProposals(edition)
  const total = { 所记内容: { text: '不适用', status: 'not-applicable' } } as const
  const proposals = countRows(appraised, settled ?? [], {
    total,
    name: ({ title }) => title ?? `题目${undisclosed}`,
    of: ({ year, unit, outcome, rating }) => ({
      期间: year === null ? null : `${year}年`,
      所记内容: unit,
      逐件内容: `${proposalOutcomes[outcome]}${rating ? `，委员评价${rating}` : ''}`,
    }),
    status: ({ status }) => status,
  })
  const rows = [
    ...countRows(observation, lists, {
      total: { 所记内容: lists.map(({ content }) => content).join('、') },
      name: ({ name }) => name,
      of: (list) => ({ 所记内容: list.content, 逐件内容: entered(edition, list)[0] }),
    }),
    ...(settled ? proposals : proposals.slice(0, 1)),
    ...satisfaction.map((observation) => statedRow(observation, total)),
  ]
  return tableOf(['期间', '所记内容', '逐件内容'], rows)
}

const reading = (edition: Told) =>
  settledProposals(edition)
    ? '清单下面是接受评议的提案，按承办单位分行：实格已落实，空格列入计划，圆圈留作参考。'
    : '提案从建议清单到办理清单，再到结果清单；随后是民主评议和委员满意度。'

/** The way of a proposal through the three lists, and the results; by unit and result once that is recorded. */
export const threeLists = defineChart({ needs: ['proposals'], reading, draw, table })
