import { arrow, text } from '@observablehq/plot'
import { findIndicator } from '../facts/indicator.ts'
import { undisclosed } from '../facts/wording.ts'
import type { Edition } from '../schemas/edition.ts'
import type { Observation } from '../schemas/observation.ts'
import { countRows, periodCell, statedRow, words } from './cells.ts'
import type { Chart, Cut, Drawing, Table } from './chart.ts'
import { head, sentence, stack } from './head.ts'
import type { Place } from './marks/openEnd.ts'
import { inRows, tiles, type Unit } from './marks/units.ts'
import { drawing, text as lettering, stroke } from './markup.ts'
import { plot } from './plot.ts'
import { proposalOutcomes, proposalUnits, settledProposals } from './proposalUnits.ts'
import { across, down } from './strokes.ts'
import { tallyOf } from './tally.ts'
import { blankField } from './undisclosedField.ts'

type List = Edition['proposals']['lists']['records'][number]

/** How many proposals have an entry recorded in a list, in words; empty for none. */
function entered({ proposals }: Edition, list: List): string[] {
  const count = proposals.records.filter((proposal) => proposal[list.id]).length
  return count > 0 ? [`已登记${count}件`] : []
}

const listsOf = ({ indicators, proposals: { lists } }: Edition) => {
  const observation = findIndicator(indicators, lists.stated)
  return { observation, lists: lists.records, tally: tallyOf(observation, lists.records.length) }
}

/** What came of the proposals in the source's order: how many were appraised, and two statements of satisfaction. */
const outcomesOf = ({ indicators, proposals }: Edition): [Observation, ...Observation[]] => [
  findIndicator(indicators, proposals.stated),
  findIndicator(indicators, 'proposals.handling-satisfaction'),
  findIndicator(indicators, 'proposals.implementation-satisfaction'),
]

/** The lists as sheets over a width, an arrow from each to the next; side by side they are as tall as asked. */
function sheets(edition: Edition, cut: Cut, { y: top, width, height }: Place): Drawing {
  const { observation, lists, tally } = listsOf(edition)
  const field = inRows(observation.id, tally, cut.narrow ? 1 : 3)
  const [gap, inset] = cut.narrow ? [26, 27] : [44, 36]
  const size = Math.max(cut.lettering, cut.narrow ? 19 : 24)
  const known = field.units.slice(0, tally.known).map((unit, index) => {
    const list = lists[index] as List
    return {
      ...unit,
      name: list.name,
      written: [list.content, ...entered(edition, list)].join('\n'),
    }
  })
  const lines = known.some(({ written }) => written.includes('\n')) ? 2 : 1
  const tall = (cut.narrow ? 28 + lines * cut.lettering * 1.4 : height) + gap
  const reach = (gap / 2 - 7) / (cut.narrow ? tall : (width + gap) / field.columns)
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
  // Beside the name where the sheets are low, under it where they are tall.
  const [right, below] = cut.narrow ? [5 * size, size - cut.lettering] : [0, 2 * size]
  const body = plot(cut, {
    top: top - gap / 2,
    height: field.rows * tall,
    marginLeft: -gap / 2,
    marginRight: cut.width - width - gap / 2,
    ...field.scales,
    marks: [
      ...tiles(observation.id, field, tally.known, gap, { known: 'h', edge: 'fl', rest: 'u' }),
      arrow(known.slice(1), { ...way, className: 'h' }),
      text(known, {
        ...start,
        dx: inset,
        dy: inset,
        text: 'name',
        className: 'sf b',
        fontSize: size,
      }),
      text(known, {
        ...start,
        dx: inset + right,
        dy: inset + below,
        text: 'written',
        className: 'm',
      }),
    ],
  })
  return { height: top + field.rows * tall - gap, body }
}

/** What came of the proposals from a place down, each a statement of its own. */
function statements(edition: Edition, cut: Cut, x: number, y: number): Drawing {
  return stack(y, cut.lettering, outcomesOf(edition), (observation, top, index) => {
    const rule = index > 0 ? stroke('r', across(x, top - cut.lettering / 2, cut.width - x)) : ''
    const { height, body } = sentence(observation, cut, { x, y: top })
    const dated = lettering(
      cut.width,
      height - cut.lettering * 0.6,
      observation.period ?? '',
      'm end',
    )
    return { height, body: rule + body + dated }
  })
}

function draw(edition: Edition, cut: Cut): Drawing {
  const { observation, tally } = listsOf(edition)
  const width = cut.narrow ? cut.width : 560
  const top = head(observation, cut, { width })
  const beside = cut.narrow ? undefined : statements(edition, cut, width + 80, 0)
  const place = { x: 0, y: top.height, width, height: (beside?.height ?? 180) - top.height }
  const lists =
    tally.total === 0
      ? { height: place.y + place.height, body: blankField(observation, place, cut) }
      : sheets(edition, cut, place)
  const came = beside ?? statements(edition, cut, 0, lists.height + 30)
  const rule = beside ? down(width + 40, 0, came.height) : across(0, lists.height + 20, width)
  const settled = settledProposals(edition)
  const units = settled && proposalUnits(settled, edition, cut, came.height + 24)
  const body = [top.body, lists.body, stroke('r', rule), came.body, units?.body ?? '']
  return drawing((units ?? came).height + 2, body)
}

function table(edition: Edition): Table {
  const { observation, lists } = listsOf(edition)
  const [appraised, ...satisfaction] = outcomesOf(edition)
  const settled = settledProposals(edition)
  const contents = words(lists.map(({ content }) => content).join('、'))
  const notApplicable = { text: '不适用', status: 'not-applicable' } as const
  const said = (of: Observation) => statedRow(of, [notApplicable, words(null)])
  const proposals = countRows(appraised, settled ?? [], {
    total: [],
    name: ({ title }) => title ?? `题目${undisclosed}`,
    of: ({ year, unit, outcome, rating }) => [
      words(year === null ? null : `${year}年`),
      words(unit),
      words(`${proposalOutcomes[outcome]}${rating ? `，委员评价${rating}` : ''}`),
    ],
    status: ({ status }) => status,
  })
  return {
    columns: ['项目', '数', '期间', '所记内容', '逐件内容', '状态'],
    rows: [
      ...countRows(observation, lists, {
        total: [periodCell(observation), contents, words(null)],
        name: ({ name }) => name,
        of: (list) => [
          periodCell(observation),
          words(list.content),
          words(entered(edition, list)[0]),
        ],
      }),
      said(appraised),
      ...(settled ? proposals.slice(1) : []),
      ...satisfaction.map(said),
    ],
  }
}

const reading = (edition: Edition) =>
  settledProposals(edition)
    ? '清单下面是接受评议的提案，按承办单位分行：实格已落实，空格列入计划，圆圈留作参考。'
    : '提案从建议清单到办理清单，再到结果清单；随后是民主评议和委员满意度。'

/** The way of a proposal through the three lists, and what came of it; by unit and result once that is recorded. */
export const threeLists: Chart = { reading, draw, table }
