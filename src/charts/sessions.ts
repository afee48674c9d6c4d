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
  wordList,
  words,
} from './cells.ts'
import type { Chart, Cut, Drawing, Table } from './chart.ts'
import type { Line } from './grid.ts'
import { cellAt, centred, gridAcross, gridHeight, leadingOf, outline, topEdge } from './grid.ts'
import { head } from './head.ts'
import { wrap } from './lettering.ts'
import { drawing, marks, stroke } from './markup.ts'
import { openEnd } from './openEnd.ts'
import { datedSessions, sessionAxis } from './sessionAxis.ts'
import { sessionFields } from './sessionFields.ts'
import { tallyOf } from './tally.ts'
import { blankField } from './undisclosedField.ts'
import { wordDate } from './wordDate.ts'

type Session = Edition['sessions']['records'][number]

/** When a session was held: its day where recorded, else the period the source words. */
export function timeOf(session: Session): string | null {
  return session.date ? wordDate(session.date) : session.period
}

function lettering(session: Session, cut: Cut, width: number): Line[] {
  const time = timeOf(session)
  const [, year = '', rest = ''] = /^(\d{4}年)?(.*)$/.exec(time ?? '') ?? []
  const put = (content: string, mark: string): Line[] =>
    wrap(content, cut.lettering, width).map((line) => ({ line, mark }))
  return [
    ...(year
      ? [{ line: year, mark: 'sf', size: Math.min(cut.lettering + 3, Math.floor(width / 3.4)) }]
      : []),
    ...put(rest, 'sf'),
    ...put(session.field ?? '', ''),
  ]
}

function draw(edition: Edition, cut: Cut): Drawing {
  const { stated, records } = edition.sessions
  const observation = findIndicator(edition.indicators, stated)
  const tally = tallyOf(observation, records.length)
  const top = head(observation, cut)
  const dated = datedSessions(edition, tally)
  if (dated) {
    const axis = sessionAxis(dated, edition, tally, cut, top.height + 4)
    return drawing(axis.height, [top.body, axis.body])
  }
  const grid = gridAcross(
    cut.width,
    cut.narrow ? Math.floor(cut.width / (4 * cut.lettering)) : 12,
    { y: top.height + 4 },
  )
  const known = records
    .slice(0, tally.known)
    .map((session) => lettering(session, cut, grid.width - 4))
  const most = Math.max(0, ...known.map((content) => content.length))
  grid.height = Math.max(cut.narrow ? 66 : 92, most * leadingOf(cut) + 20)
  const tile = (index: number) => cellAt(grid, index)
  const slot = (index: number) => outline(tile(index))
  const rest = range(tally.known, tally.units)
  const fields = sessionFields(edition, cut, grid.y + gridHeight(grid, tally.places) + 26)
  return drawing(fields.height, [
    top.body,
    marks(
      stated,
      stroke('h', ...known.map((_, index) => slot(index))),
      stroke('u', ...rest.map(slot)),
    ),
    stroke('fa', ...known.map((_, index) => topEdge(tile(index)))),
    ...known.map((content, index) => centred(tile(index), content, cut)),
    openEnd(stated, tally.bound, tile(tally.units), { cut }),
    tally.total === 0 ? blankField(observation, { ...grid, width: cut.width }, cut) : '',
    fields.body,
  ])
}

function table(edition: Edition): Table {
  const { stated, records, fields } = edition.sessions
  const observation = findIndicator(edition.indicators, stated)
  const tally = tallyOf(observation, records.length)
  const dated = datedSessions(edition, tally)
  const example = fields.range.length > 0 ? `例举${fields.range.join('、')}` : null
  return {
    columns: ['项目', '数', '时间', '领域', '议题', '到场部门', '状态'],
    rows: [
      [
        header(observation.label),
        figureCell(observation),
        periodCell(observation),
        words(example),
        words(null),
        words(null),
        statusCell(observation.status),
      ],
      ...(dated ?? records).map((session, index) => [
        header(
          `${timeOf(session) ?? `时间${undisclosed}`}的${session.topic ? `“${session.topic}”` : '那场'}`,
          nth(stated, index),
        ),
        oneCell(observation),
        words(timeOf(session)),
        words(session.field),
        words(session.topic),
        session.departmentsNote
          ? words(
              [session.departments?.join('、'), session.departmentsNote].filter(Boolean).join('；'),
            )
          : wordList(session.departments),
        statusCell(session.status),
      ]),
      ...restRow(observation, tally, 4),
    ],
  }
}

function reading(edition: Edition): string {
  const { stated, records } = edition.sessions
  const tally = tallyOf(findIndicator(edition.indicators, stated), records.length)
  return datedSessions(edition, tally)
    ? '横轴是月份，各行是领域，方块是已登记的场次，下面写着日子。'
    : '每格是政企协商会的场次，写着时间的是已登记的；格子的先后不表示日期。'
}

/** The 政企协商会 as tiles, recorded ones lettered and the rest left dashed; on a time axis by field once all are dated. */
export const sessions: Chart = { reading, draw, table }
