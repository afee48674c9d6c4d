import { text } from '@observablehq/plot'
import { findIndicator } from '../facts/indicator.ts'
import { undisclosed } from '../facts/wording.ts'
import type { Edition } from '../schemas/edition.ts'
import { countRows, periodCell, words } from './cells.ts'
import type { Chart, Cut, Drawing, Table } from './chart.ts'
import { head } from './head.ts'
import { wrap } from './lettering.ts'
import { inRows, tiles } from './marks/units.ts'
import { drawing } from './markup.ts'
import { plot } from './plot.ts'
import { datedSessions, sessionAxis } from './sessionAxis.ts'
import { sessionFields } from './sessionFields.ts'
import { type Tally, tallyOf } from './tally.ts'
import { blankField } from './undisclosedField.ts'
import { wordDate } from './wordDate.ts'

type Session = Edition['sessions']['records'][number]

/** When a session was held: its day where recorded, else the period the source words. */
export function timeOf(session: Session): string | null {
  return session.date ? wordDate(session.date) : session.period
}

/** What a tile says of a recorded session, in lines no wider than the tile. */
const wordsOf = (session: Session, cut: Cut, width: number) =>
  [timeOf(session)?.replace(/^\d{4}年/, '$&\n'), session.field]
    .flatMap((part) => part?.split('\n') ?? [])
    .flatMap((part) => wrap(part, cut.lettering, width))

/** The sessions as tiles in rows: recorded ones lettered, the rest of the count left hollow. */
function tileField(edition: Edition, tally: Tally, cut: Cut, top: number): Drawing {
  const { stated, records } = edition.sessions
  const field = inRows(stated, tally, cut.narrow ? Math.floor(cut.width / (4 * cut.lettering)) : 12)
  const gap = 8
  const room = cut.width / field.columns - gap - 4
  const recorded = records.slice(0, tally.known).map((session, index) => ({
    ...field.units[index],
    words: wordsOf(session, cut, room),
  }))
  const lines = Math.max(0, ...recorded.map(({ words }) => words.length))
  const tall = Math.max(cut.narrow ? 66 : 92, lines * cut.lettering * 1.4 + 20) + gap
  const height = field.rows * tall
  return {
    height: top + height,
    body: plot(cut, {
      top,
      height,
      marginLeft: -gap / 2,
      marginRight: -gap / 2,
      ...field.scales,
      marks: [
        ...tiles(stated, field, tally.known, gap),
        text(recorded, {
          x: 'x',
          y: 'y',
          text: ({ words }) => words.join('\n'),
          lineHeight: 1.4,
          className: 'sf',
        }),
      ],
    }),
  }
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
  if (tally.total === 0) {
    const place = { x: 0, y: top.height + 4, width: cut.width, height: 92 }
    return drawing(place.y + place.height + 2, [top.body, blankField(observation, place, cut)])
  }
  const field = tileField(edition, tally, cut, top.height)
  const fields = sessionFields(edition, cut, field.height + 18)
  return drawing(fields.height, [top.body, field.body, fields.body])
}

function table(edition: Edition): Table {
  const { stated, records, fields } = edition.sessions
  const observation = findIndicator(edition.indicators, stated)
  const dated = datedSessions(edition, tallyOf(observation, records.length))
  const example = fields.range.length > 0 ? `例举${fields.range.join('、')}` : null
  return {
    columns: ['项目', '数', '时间', '领域', '议题', '到场部门', '状态'],
    rows: countRows<Session>(observation, dated ?? records, {
      total: [periodCell(observation), words(example), words(null), words(null)],
      name: (session) =>
        `${timeOf(session) ?? `时间${undisclosed}`}的${session.topic ? `“${session.topic}”` : '那场'}`,
      of: (session) => [
        words(timeOf(session)),
        words(session.field),
        words(session.topic),
        words(
          [session.departments?.join('、'), session.departmentsNote].filter(Boolean).join('；'),
        ),
      ],
      status: ({ status }) => status,
    }),
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
