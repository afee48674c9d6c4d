import type { Edition } from '../schemas/edition.ts'
import type { Cut, Drawing } from './chart.ts'
import { dropOf } from './grid.ts'
import { widthOf } from './lettering.ts'
import { drawing, marks, stroke, text } from './markup.ts'
import { levelsOf, monthAxis } from './monthAxis.ts'
import { openEnd } from './openEnd.ts'
import { across, box } from './strokes.ts'
import type { Tally } from './tally.ts'

type Session = Edition['sessions']['records'][number]

/** Sessions that are all dated and assigned to a field; undefined when any is not, or any is missing. */
export function datedSessions(edition: Edition, tally: Tally) {
  const { records } = edition.sessions
  const known = records.flatMap((session) => {
    const { date, field } = session
    return date && field ? [{ ...session, date, field }] : []
  })
  const whole = tally.total > 0 && tally.rest === 0 && known.length === records.length
  return whole ? known.toSorted((a, b) => (a.date < b.date ? -1 : 1)) : undefined
}

/** Recorded sessions on a time axis from y: a row for each field, a tile on each day. */
export function sessionAxis(
  sessions: readonly (Session & { date: string; field: string })[],
  edition: Edition,
  { bound }: Tally,
  cut: Cut,
  y: number,
): Drawing {
  const { stated, fields } = edition.sessions
  const names = [...new Set([...fields.range, ...sessions.map(({ field }) => field)])]
  const labelled = cut.narrow ? 0 : Math.max(...names.map((name) => widthOf(name, 17))) + 24
  const room = bound === 'exact' ? 0 : 56
  // A day is lettered wider than its tile, at both ends of the axis as well.
  const margin = cut.lettering
  const place = {
    x: labelled + margin,
    y: 0,
    width: cut.width - labelled - room - 2 * margin,
  }
  const dates = sessions.map(({ date }) => date)
  const { x } = monthAxis(dates, place, cut)
  const day = (date: string) => `${Number(date.slice(8))}日`
  const gap = cut.lettering * 2.4
  const size = cut.narrow ? 18 : 26
  const step = size + cut.lettering * 1.5
  const placed = new Map<string, { left: number; top: number }>()
  let top = y
  const rows = names.map((name) => {
    const own = sessions.filter(({ field }) => field === name)
    const levels = levelsOf(
      own.map(({ date }) => x(date)),
      gap,
    )
    const start = top + (cut.narrow ? cut.lettering * 1.9 : 6)
    own.forEach(({ id, date }, index) => {
      placed.set(id, { left: x(date) - size / 2, top: start + (levels[index] ?? 0) * step })
    })
    const height = step * Math.max(1, ...levels.map((level) => level + 1))
    const label = cut.narrow
      ? text(0, top + cut.lettering * 1.2, name, 'sf b', Math.max(15, cut.lettering))
      : text(0, start + size / 2 + dropOf(cut), name, 'sf b', 17)
    top = start + height + 8
    return label + stroke('r', across(0, top, cut.width))
  })
  const axis = monthAxis(dates, { ...place, y: top + 6 }, cut)
  const tiles = sessions.map(({ id }) => placed.get(id) ?? { left: 0, top: y })
  const end = { x: cut.width - room + 8, y, width: room - 8, height: top - y }
  return drawing(top + 6 + axis.height, [
    ...rows,
    marks(stated, stroke('h', ...tiles.map((tile) => box(tile.left, tile.top, size, size)))),
    stroke('fa', ...tiles.map((tile) => across(tile.left, tile.top, size))),
    ...sessions.map(({ date }, index) => {
      const tile = tiles[index] ?? { left: 0, top: y }
      return text(tile.left + size / 2, tile.top + size + cut.lettering, day(date), 'm mid')
    }),
    openEnd(stated, bound, end, { cut }),
    axis.body,
  ])
}
