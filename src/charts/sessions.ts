import { range } from 'd3'
import { findIndicator } from '../facts/indicator.ts'
import { undisclosed } from '../facts/wording.ts'
import type { Edition } from '../schemas/edition.ts'
import {
  figureCell,
  header,
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
import { sessionFields } from './sessionFields.ts'
import { tallyOf } from './tally.ts'
import { blankField, undisclosedWord } from './undisclosedField.ts'
import { wordDate } from './wordDate.ts'

type Session = Edition['sessions']['records'][number]

function timeOf(session: Session): string | null {
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
    ...(time ? put(rest, 'sf') : put(`时间${undisclosed}`, 'm')),
    ...put(session.field ?? '', ''),
  ]
}

function draw(edition: Edition, cut: Cut): Drawing {
  const { stated, records } = edition.sessions
  const observation = findIndicator(edition.indicators, stated)
  const tally = tallyOf(observation, records.length)
  const top = head(observation, cut)
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
    ...rest.map((index) => undisclosedWord(tile(index), cut)),
    openEnd(stated, tally.bound, tile(tally.units), { cut }),
    tally.total === 0 ? blankField(observation, { ...grid, width: cut.width }, cut) : '',
    fields.body,
  ])
}

function table(edition: Edition): Table {
  const { stated, records, fields } = edition.sessions
  const observation = findIndicator(edition.indicators, stated)
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
      ...records.map((session) => [
        header(
          `${timeOf(session) ?? `时间${undisclosed}`}的${session.topic ? `“${session.topic}”` : '那场'}`,
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
      ...restRow(observation, tallyOf(observation, records.length), 4),
    ],
  }
}

/** Tiles for the 政企协商会: recorded ones lettered, the rest 未公布, the fields on a line outside them. */
export const sessions: Chart = { draw, table }
