import { range } from 'd3'
import { findIndicator } from '../facts/indicator.ts'
import { undisclosed } from '../facts/wording.ts'
import type { Edition } from '../schemas/edition.ts'
import {
  figureCell,
  header,
  nth,
  oneCell,
  periodCell,
  restRow,
  statusCell,
  words,
} from './cells.ts'
import type { Cell, Chart, Cut, Drawing, Table } from './chart.ts'
import type { Place } from './grid.ts'
import { dropOf, outline } from './grid.ts'
import { head } from './head.ts'
import { widthOf } from './lettering.ts'
import { drawing, marks, stroke, text } from './markup.ts'
import { openEnd } from './openEnd.ts'
import { pair } from './pair.ts'
import { proposalOutcomes, proposalUnits, settledProposals } from './proposalUnits.ts'
import { across, arrowhead, box, down } from './strokes.ts'
import { tallyOf } from './tally.ts'
import { blankField } from './undisclosedField.ts'

type List = Edition['proposals']['lists']['records'][number]
type Proposal = Edition['proposals']['records'][number]

/** How many proposals have an entry recorded in a list. */
function entered(proposals: readonly Proposal[], list: List): number {
  return proposals.filter((proposal) => proposal[list.id]).length
}

function sheet(
  list: List | undefined,
  count: number,
  place: Place,
  last: boolean,
  cut: Cut,
): string {
  const { x, y, width, height } = place
  const small = cut.narrow
  const pad = small ? 14 : 20
  const title = y + (small ? Math.max(30, cut.lettering * 1.4) : 44)
  const titled = pair(
    { x: x + pad, y: title, width: width - 2 * pad },
    { line: list?.name ?? '', mark: 'sf b', size: small ? Math.max(19, cut.lettering) : 24 },
    { line: list?.content ?? '', mark: 'm' },
    cut,
  )
  const ruled = titled.height + (small ? Math.max(18, cut.lettering * 0.8) : 26)
  const step = small ? Math.max(15, cut.lettering) : 24
  const rules = range(ruled, y + height - step / 2, step)
  if (!list) return ''
  const middle = (ruled + y + height) / 2 - 4
  const covered = widthOf(`已登记${count}件`, cut.lettering) + 12
  return [
    stroke('r', ...rules.map((at) => across(x + pad, at, width - 2 * pad))),
    stroke(last ? 'fa' : 'fl', across(x, y, width)),
    titled.body,
    ...(count === 0
      ? []
      : [
          stroke('pp', box(x + (width - covered) / 2, middle - step, covered, 2 * step)),
          text(x + width / 2, middle + dropOf(cut), `已登记${count}件`, 'mid'),
        ]),
  ].join('')
}

function draw(edition: Edition, cut: Cut): Drawing {
  const { lists, records } = edition.proposals
  const observation = findIndicator(edition.indicators, lists.stated)
  const { total, known, units, places, bound } = tallyOf(observation, lists.records.length)
  const top = head(observation, cut)
  const small = cut.narrow
  const gap = small ? 30 : 62
  // More than four abreast would be too narrow for their names.
  const level = !small && total > 0 && places <= 4
  const width = level ? (cut.width - (places - 1) * gap) / places : cut.width
  const settled = settledProposals(edition)
  const height = small ? Math.max(108, cut.lettering * 6.4) : settled ? 130 : 206
  const place = (index: number): Place => ({
    x: level ? index * (width + gap) : 0,
    y: top.height + 4 + (level ? 0 : index * (height + gap)),
    width,
    height,
  })
  const outlines = range(units).map((index) => outline(place(index)))
  const arrows = range(1, known).flatMap((index) => {
    const { x, y } = place(index)
    return level
      ? [across(x - gap + 10, y + height / 2, gap - 20), arrowhead(x - 10, y + height / 2, 8)]
      : [
          down(cut.width / 2, y - gap + 5, gap - 11),
          arrowhead(cut.width / 2, y - 6, 7, Math.PI / 2),
        ]
  })
  const end = place(Math.max(0, places - 1))
  const below = settled && proposalUnits(settled, edition, cut, end.y + height + 28)
  return drawing(below?.height ?? end.y + height + 2, [
    top.body,
    below?.body ?? '',
    marks(
      lists.stated,
      stroke('h', ...outlines.slice(0, known)),
      stroke('u', ...outlines.slice(known)),
    ),
    ...range(units).map((index) => {
      const list = lists.records[index]
      // Which list is the last is known only of an exact count.
      const last = bound === 'exact' && index === total - 1
      return sheet(list, list ? entered(records, list) : 0, place(index), last, cut)
    }),
    stroke('h', ...arrows),
    openEnd(lists.stated, bound, place(units), { grows: level ? 'right' : 'down', cut }),
    total === 0 ? blankField(observation, place(0), cut) : '',
  ])
}

/** The appraised proposals, one a row, once their units and results are recorded. */
function proposalRows(edition: Edition): Cell[][] {
  const { stated } = edition.proposals
  const observation = findIndicator(edition.indicators, stated)
  return (settledProposals(edition) ?? []).map((proposal, index) => [
    header(proposal.title ?? `题目${undisclosed}`, nth(stated, index)),
    oneCell(observation),
    words(proposal.year === null ? null : `${proposal.year}年`),
    words(proposal.unit),
    words(
      `${proposalOutcomes[proposal.outcome]}${proposal.rating ? `，委员评价${proposal.rating}` : ''}`,
    ),
    statusCell(proposal.status),
  ])
}

function table(edition: Edition): Table {
  const { lists, records } = edition.proposals
  const observation = findIndicator(edition.indicators, lists.stated)
  return {
    columns: ['项目', '数', '期间', '所记内容', '逐件内容', '状态'],
    rows: [
      [
        header(observation.label),
        figureCell(observation),
        periodCell(observation),
        words(lists.records.map(({ content }) => content).join('、')),
        words(null),
        statusCell(observation.status),
      ],
      ...lists.records.map((list, index) => {
        const count = entered(records, list)
        return [
          header(list.name, nth(lists.stated, index)),
          oneCell(observation),
          periodCell(observation),
          words(list.content),
          words(count === 0 ? null : `已登记${count}件`),
          statusCell('reported'),
        ]
      }),
      ...restRow(observation, tallyOf(observation, lists.records.length), 3),
      ...proposalRows(edition),
    ],
  }
}

function reading(edition: Edition): string {
  return settledProposals(edition)
    ? '上面是清单与登记的件数；下面每签是接受评议的提案，按承办单位分行：实签已落实，横线签列入计划，空签留作参考。'
    : '从建议清单到办理清单，再到结果清单，各张清单按原文的先后相接。'
}

/** The three lists as ruled sheets in the source's order; under them the proposals by unit and result once recorded. */
export const threeLists: Chart = { reading, draw, table }
