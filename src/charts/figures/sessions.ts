import { rect, ruleX, ruleY, text } from '@observablehq/plot'
import { cross, max, utcFormat, utcMonth } from 'd3'
import { formatDate, undisclosed } from '../../facts/wording.ts'
import type { EditionWith } from '../../sets/edition.ts'
import { widthOf, wrap } from '../../svg/lettering.ts'
import type { Cut, Drawing, Table } from '../chart.ts'
import { defineChart } from '../chart.ts'
import { monthAxis, monthsOf } from '../marks/months.ts'
import { openEnd } from '../marks/openEnd.ts'
import { tiles } from '../marks/units.ts'
import { countRows, periodCell, tableOf } from '../parts/cells.ts'
import { plate, withExamples } from '../parts/head.ts'
import type { Slot } from '../parts/layout.ts'
import { plot } from '../parts/plot.ts'
import { countOf, type Tally } from '../parts/tally.ts'
import { letteredTiles, tileGap } from '../parts/tileField.ts'

/** What the figure is drawn from. */
type Told = EditionWith<'sessions'>

type Session = Told['sessions']['records'][number]
type Dated = Session & { field: string; at: number }

/** When a session was held: its day if recorded, else the period in the source's words. */
export function timeOf(session: Session): string | null {
  return session.date ? formatDate(session.date) : session.period
}

/** The sessions as stated and counted; `dated`, oldest first, only if all are recorded with day and field. */
function sessionsOf({ indicators, sessions }: Told) {
  const { told, ...counted } = countOf(indicators, sessions, (session): Dated | undefined => {
    const { date, field } = session
    return date && field ? { ...session, field, at: Date.parse(date) } : undefined
  })
  return { ...counted, dated: told?.sort((a, b) => a.at - b.at) }
}

/** The sessions as tiles in rows: recorded ones with text, the rest of the count hollow. */
function sessionTiles({ sessions }: Told, tally: Tally, cut: Cut, { x, y, width }: Slot) {
  const rows = Math.ceil(tally.places / Math.floor(width / (cut.narrow ? 4.7 : 6) / cut.lettering))
  const columns = Math.ceil(tally.places / rows)
  const room = width / columns - tileGap - cut.lettering / 3
  const words = sessions.records.map((session) =>
    [timeOf(session) ?? '', session.field ?? ''].flatMap((part) => wrap(part, cut.lettering, room)),
  )
  return letteredTiles(sessions.stated, tally, cut, { x, y: y + tileGap / 2, width }, words, {
    columns,
    tall: cut.narrow ? 68 : 84,
    pad: 10,
    rest: '其余各场',
  })
}

/**
 * Dated sessions on an axis of months: a small sheet with the day for each, in rows by field, one row lower where two
 * would overlap.
 */
function leavesByField(dated: Dated[], edition: Told, tally: Tally, cut: Cut, top: number) {
  const { stated, fields } = edition.sessions
  const [side, size] = [cut.lettering * 1.9, Math.max(cut.lettering, 15)]
  const names = [...new Set([...fields.range, ...dated.map(({ field }) => field)])]
  const labelled = cut.narrow ? 0 : size + (max(names, (name) => widthOf(name, size)) ?? 0)
  const width = cut.width - labelled - side
  const months = monthsOf(dated.map(({ at }) => new Date(at)))
  const [from = 0, to] = [months[0], utcMonth.offset(months.at(-1) as Date)]
  const far = tally.bound === 'exact' ? to : utcMonth.offset(to)
  const leaf = (side * (+far - +from)) / width
  let rows = 0
  const fieldRows = names.map((name) => {
    const y1 = rows + (cut.narrow ? 1 : 0)
    const lanes: number[] = []
    const own = dated.filter(({ field }) => field === name)
    const leaves = own.map(({ at }) => {
      const lane = [...lanes, 0].findIndex((end) => end <= at)
      lanes[lane] = at + leaf
      const y = y1 + lane
      return { x: at, x1: at - leaf / 2, x2: at + leaf / 2, y: y + 0.5, y1: y, y2: y + 1 }
    })
    rows = y1 + Math.max(1, lanes.length)
    return { name, y: cut.narrow ? y1 - 0.4 : y1 + 0.5, y1, y2: rows, leaves }
  })
  const units = fieldRows.flatMap(({ leaves }) => leaves).toSorted((a, b) => a.x - b.x)
  const end = openEnd(stated, tally.bound, { x1: +to, x2: +far, y1: 0, y2: rows }, { rows })
  const grid = cross(fieldRows, months, ({ y1, y2 }, x) => ({ x, y1, y2 }))
  const [marginLeft, marginBottom] = [labelled + side / 2, cut.lettering * 3.2]
  const beside = { y: 'y', frameAnchor: 'left', dx: -marginLeft, fontSize: size } as const
  const height = rows * side * 1.3 + marginBottom
  return plot(cut, {
    at: { x: marginLeft, y: top, width },
    height,
    marginBottom,
    x: { type: 'utc', domain: [from, far] },
    y: { domain: [rows, 0] },
    marks: [
      ruleX(grid, { x: 'x', y1: 'y1', y2: 'y2', className: 'r' }),
      ruleY([rows], { className: 'h' }),
      rect(units, { x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2', inset: 2, className: 'pp' }),
      ...tiles(stated, { units, end }, units.length, 4),
      text(units, { x: 'x', y: 'y', text: ({ x }) => utcFormat('%-d')(x), className: 'i' }),
      text(fieldRows, { ...beside, text: 'name', className: 'sf b' }),
      monthAxis(months, (width * (+to - +from)) / (+far - +from), cut.lettering),
    ],
  })
}

function draw(edition: Told, cut: Cut): Drawing {
  const { observation, tally, dated } = sessionsOf(edition)
  const { range } = edition.sessions.fields
  return plate(observation, cut, tally, (column) =>
    dated
      ? leavesByField(dated, edition, tally, cut, column.y)
      : withExamples('例举的领域', range, cut, column, (beside) =>
          sessionTiles(edition, tally, cut, beside),
        ),
  )
}

function table(edition: Told): Table {
  const { fields } = edition.sessions
  const { observation, records, dated } = sessionsOf(edition)
  const example = fields.range.length > 0 ? `例举${fields.range.join('、')}` : null
  const rows = countRows<Session>(observation, dated ?? records, {
    total: { 时间: periodCell(observation), 领域: example },
    name: (session) =>
      `${timeOf(session) ?? `时间${undisclosed}`}的${session.topic ? `“${session.topic}”` : '那场'}`,
    of: (session) => ({
      时间: timeOf(session),
      领域: session.field,
      议题: session.topic,
      到场部门: [session.departments?.join('、'), session.departmentsNote]
        .filter(Boolean)
        .join('；'),
    }),
    status: ({ status }) => status,
  })
  return tableOf(['时间', '领域', '议题', '到场部门'], rows)
}

function reading(edition: Told): string {
  return sessionsOf(edition).dated
    ? '横轴是月份，各行是领域，方块是已登记的场次，写着日子。'
    : '格数就是场数，写着时间的已登记；格子的先后不表示日期。'
}

/**
 * The 政企协商会 as tiles, recorded ones with text and the rest hollow; by field on an axis of months once all are dated.
 */
export const sessions = defineChart({ needs: ['sessions'], reading, draw, table })
