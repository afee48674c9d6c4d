import { dot, rect, ruleX, ruleY, text } from '@observablehq/plot'
import { cross, utcFormat, utcMonth } from 'd3'
import { findIndicator } from '../facts/indicator.ts'
import { undisclosed } from '../facts/wording.ts'
import type { Edition } from '../schemas/edition.ts'
import { countRows, periodCell, words } from './cells.ts'
import type { Chart, Cut, Drawing, Table } from './chart.ts'
import { head } from './head.ts'
import { widthOf, wrap } from './lettering.ts'
import { monthAxis, monthsOf } from './marks/months.ts'
import { openEnd } from './marks/openEnd.ts'
import { inRows, tiles } from './marks/units.ts'
import { drawing } from './markup.ts'
import { plot } from './plot.ts'
import { type Tally, tallyOf } from './tally.ts'
import { blankField } from './undisclosedField.ts'
import { wordDate } from './wordDate.ts'

type Session = Edition['sessions']['records'][number]
type Dated = Session & { field: string; at: number }

/** When a session was held: its day where recorded, else the period the source words. */
export function timeOf(session: Session): string | null {
  return session.date ? wordDate(session.date) : session.period
}

/** The sessions as stated and counted; `dated`, oldest first, once all are recorded with their day and field. */
function sessionsOf(edition: Edition) {
  const { stated, records } = edition.sessions
  const observation = findIndicator(edition.indicators, stated)
  const tally = tallyOf(observation, records.length)
  const dated = records.flatMap((session): Dated[] => {
    const { date, field } = session
    return date && field ? [{ ...session, field, at: Number(new Date(date)) }] : []
  })
  const whole = tally.total > 0 && tally.rest === 0 && dated.length === records.length
  return { observation, tally, dated: whole ? dated.toSorted((a, b) => a.at - b.at) : undefined }
}

/** The fields that the source names of a range, as stops of a line that stays open at both ends. */
function fieldLine(names: readonly string[], cut: Cut, left: number, top: number): Drawing {
  if (names.length === 0) return { height: top, body: '' }
  const [size, end] = [Math.max(cut.lettering, 15), names.length + 1]
  const stops = names.map((name, index) => ({ name, y: index + 1.5 }))
  const height = end * size * 1.8
  const beside = { x: 0, y: 'y', dx: size, textAnchor: 'start', fontSize: size } as const
  const marks = [
    text(['例举的领域'], { x: 0, y: 0.5, dx: -4, textAnchor: 'start' }),
    ruleX([0], { y1: 1, y2: end, className: 'u' }),
    dot(stops, { x: 0, y: 'y', r: 3, className: 'dl' }),
    text(stops, { ...beside, text: 'name', className: 'sf' }),
  ]
  const scales = { x: { domain: [0, 1] }, y: { domain: [end, 0] } }
  return drawing(top + height, [plot(cut, { top, height, marginLeft: left + 4, ...scales, marks })])
}

/** The sessions as tiles in rows, recorded ones lettered, the rest of the count left hollow; the fields apart from them. */
function tileField({ sessions }: Edition, tally: Tally, cut: Cut, top: number): Drawing {
  const most = cut.narrow ? Math.floor(cut.width / (4 * cut.lettering)) : 6
  const names = sessions.fields.range
  const listed = Math.max(...names.map((name) => widthOf(name, cut.lettering)), 0)
  const width = cut.narrow ? cut.width : cut.width - listed - 72
  const field = inRows(sessions.stated, tally, most)
  const [gap, lineHeight] = [8, 1.4]
  const recorded = sessions.records.slice(0, tally.known).map((session, index) => {
    const time = timeOf(session)?.replace(/^\d{4}年/, '$&\n')
    const parts = [time, session.field].filter(Boolean).join('\n').split('\n')
    const lines = parts.flatMap((part) => wrap(part, cut.lettering, width / most - gap - 4))
    return { ...field.units[index], lines, text: lines.join('\n') }
  })
  const lines = Math.max(0, ...recorded.map(({ lines }) => lines.length))
  const tall = Math.max(cut.narrow ? 76 : 92, lines * cut.lettering * lineHeight + 28)
  const height = field.rows * tall
  const margins = { marginLeft: -gap / 2, marginRight: cut.width - width - gap / 2 }
  const marks = [
    ...tiles(sessions.stated, field, tally.known, gap),
    text(recorded, { x: 'x', y: 'y', text: 'text', lineHeight, className: 'sf' }),
  ]
  const [left, below] = cut.narrow ? [0, top + height + 14] : [width + 44, top]
  const fields = fieldLine(names, cut, left, below)
  const body = plot(cut, { top, height, ...margins, ...field.scales, marks })
  return drawing(Math.max(top + height, fields.height), [body, fields.body])
}

/** Dated sessions on an axis of months: a leaf with its day for each, in rows by field, one lower where two would meet. */
function leavesByField(dated: Dated[], edition: Edition, tally: Tally, cut: Cut, top: number) {
  const { stated, fields } = edition.sessions
  const [side, size] = [cut.lettering * 1.9, Math.max(cut.lettering, 15)]
  const names = [...new Set([...fields.range, ...dated.map(({ field }) => field)])]
  const labelled = cut.narrow ? 0 : Math.max(...names.map((name) => widthOf(name, size))) + size
  const margins = { marginLeft: labelled + side / 2, marginRight: side / 2 }
  const months = monthsOf(dated.map(({ at }) => new Date(at)))
  const [from = 0, to] = [months[0], utcMonth.offset(months.at(-1) as Date)]
  const far = tally.bound === 'exact' ? to : utcMonth.offset(to)
  const leaf = (side * (+far - +from)) / (cut.width - labelled - side)
  let rows = 0
  const fieldRows = names.map((name) => {
    const y1 = rows + (cut.narrow ? 1 : 0)
    const ends: number[] = []
    const leaves = dated.flatMap(({ field, at }) => {
      if (field !== name) return []
      const free = [...ends, 0].findIndex((end) => end <= at)
      ends[free] = at + leaf
      const [x1, x2, y2] = [at - leaf / 2, at + leaf / 2, y1 + free + 1]
      return { x: at, y: y2 - 0.5, x1, x2, y1: y2 - 1, y2, day: utcFormat('%-d')(new Date(at)) }
    })
    rows = y1 + Math.max(1, ends.length)
    return { name, middle: cut.narrow ? y1 - 0.4 : y1 + 0.5, y1, y2: rows, leaves }
  })
  const units = fieldRows.flatMap(({ leaves }) => leaves).toSorted((a, b) => a.x - b.x)
  const end = openEnd(stated, tally.bound, { x1: +to, x2: +far, y1: 0, y2: rows }, { rows })
  const grid = cross(fieldRows, months, ({ y1, y2 }, x) => ({ x, y1, y2 }))
  const beside = { y: 'middle', frameAnchor: 'left', dx: -margins.marginLeft } as const
  const marginBottom = cut.lettering * 3.2
  const height = rows * side * 1.3 + marginBottom
  const marks = [
    ruleX(grid, { x: 'x', y1: 'y1', y2: 'y2', className: 'r' }),
    ruleY([rows], { className: 'h' }),
    rect(units, { x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2', inset: 2, className: 'pp' }),
    ...tiles(stated, { units, end }, units.length, 4),
    text(units, { x: 'x', y: 'y', text: 'day', className: 'i' }),
    text(fieldRows, { ...beside, text: 'name', className: 'sf b', fontSize: size }),
    monthAxis(months, cut.width - labelled - side, cut.lettering),
  ]
  const x = { type: 'utc', domain: [from, far] } as const
  const spec = { top, height, ...margins, marginBottom, x, y: { domain: [rows, 0] }, marks }
  return drawing(top + height, [plot(cut, spec)])
}

function draw(edition: Edition, cut: Cut): Drawing {
  const { observation, tally, dated } = sessionsOf(edition)
  const { height: top, body } = head(observation, cut)
  const place = { x: 0, y: top + 4, width: cut.width, height: 92 }
  let field = { height: top + 98, body: blankField(observation, place, cut) }
  if (tally.total > 0) field = tileField(edition, tally, cut, top)
  if (dated) field = leavesByField(dated, edition, tally, cut, top)
  return drawing(field.height, [body, field.body])
}

function table(edition: Edition): Table {
  const { records, fields } = edition.sessions
  const { observation, dated } = sessionsOf(edition)
  const example = fields.range.length > 0 ? `例举${fields.range.join('、')}` : null
  return {
    columns: ['项目', '数', '时间', '领域', '议题', '到场部门', '状态'],
    rows: countRows<Session>(observation, dated ?? records, {
      total: [periodCell(observation), words(example), words(null), words(null)],
      name: (session) =>
        `${timeOf(session) ?? `时间${undisclosed}`}的${session.topic ? `“${session.topic}”` : '那场'}`,
      of: (session) => {
        const { field, topic, departments, departmentsNote: note } = session
        const present = [departments?.join('、'), note].filter(Boolean).join('；')
        return [timeOf(session), field, topic, present].map((text) => words(text))
      },
      status: ({ status }) => status,
    }),
  }
}

function reading(edition: Edition): string {
  return sessionsOf(edition).dated
    ? '横轴是月份，各行是领域，方块是已登记的场次，写着日子。'
    : '格数就是场数，写着时间的已登记；格子的先后不表示日期。'
}

/** The 政企协商会 as tiles, recorded ones lettered and the rest left hollow; by field on an axis of months once all are dated. */
export const sessions: Chart = { reading, draw, table }
