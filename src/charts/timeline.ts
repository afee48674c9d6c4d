import { bindCopy, plainCopy } from '../facts/copy.ts'
import type { Edition } from '../schemas/edition.ts'
import type { TimelineEvent } from '../schemas/timeline.ts'
import { header, nth, statusCell, words } from './cells.ts'
import type { Chart, Cut, Drawing, Table } from './chart.ts'
import { isCrowded } from './chart.ts'
import { overhang, wrap } from './lettering.ts'
import { drawing, lines, marks, stroke, text } from './markup.ts'
import { down, round } from './strokes.ts'

interface Entry {
  event: TimelineEvent
  /** Baseline of the entry's first line. */
  y: number
  opensYear: boolean
  copy: string[]
}

/** Where the columns of a cut stand. */
function columnsOf(cut: Cut) {
  if (!cut.narrow) return { rule: 150, when: 182, copy: 362, size: 16, year: 42 }
  return isCrowded(cut)
    ? { rule: 8, when: 30, copy: 30, size: cut.lettering, year: cut.lettering * 1.6 }
    : { rule: 84, when: 104, copy: 104, size: 14, year: 28 }
}

function draw(edition: Edition, cut: Cut): Drawing {
  const small = cut.narrow
  const { rule, when, copy, size, year: yearSize } = columnsOf(cut)
  // Beside its events a year would leave them too little room.
  const above = isCrowded(cut)
  const leading = size * 1.65
  let y = above ? yearSize : small ? 26 : 34
  const entries = edition.timeline.map((event, index): Entry => {
    const opensYear = edition.timeline[index - 1]?.year !== event.year
    if (index > 0) y += opensYear ? (small ? 22 : 32) : small ? 10 : 8
    if (above && opensYear) y += leading
    const parts = bindCopy(event.text, edition)
    const figures = parts.filter(({ kind }) => kind === 'figure').map(({ text: figure }) => figure)
    const words = parts.map(({ text: run }) => run).join('')
    const room = cut.width - (event.short ? copy : when)
    const entry = { event, y, opensYear, copy: wrap(words, size, room, figures) }
    const stacked = small && event.short ? 1 : 0
    y += (entry.copy.length + stacked) * leading
    return entry
  })
  const dot = (entry: Entry) => round(rule, entry.y - size * 0.36, small ? 4 : 5)
  const known = entries.filter(({ event }) => !event.open)
  const open = entries.filter(({ event }) => event.open)
  const first = entries[0]?.y ?? 0
  const end = known.at(-1)?.y ?? first
  const bottom = y - leading + size
  return drawing(bottom, [
    known.length > 0 ? stroke('h', down(rule, first - size * 0.36, end - first)) : '',
    stroke('u', down(rule, end - size * 0.36 + 8, bottom - end - 4)),
    stroke('pp', ...open.map(dot)),
    marks('timeline', stroke('d', ...known.map(dot)), stroke('ud', ...open.map(dot))),
    ...entries.map(({ event, y: at, opensYear, copy: content }) => {
      const year = opensYear
        ? text(
            above ? when : 0,
            above ? at - leading : at + (small ? 3 : 5),
            String(event.year),
            'n',
            yearSize,
          )
        : ''
      const short = event.short
        ? text(when - overhang(event.short, size), at, event.short, 'ta', size)
        : ''
      const below = small && event.short ? at + leading : at
      const x = event.short ? copy : when
      return year + short + lines(x, below, content, leading, event.open ? 'm' : 'i', size)
    }),
  ])
}

function table(edition: Edition): Table {
  return {
    columns: ['时间', '所记之事', '状态'],
    rows: edition.timeline.map((event, index) => [
      header(event.label, nth('timeline', index)),
      words(plainCopy(event.text, edition)),
      event.open ? { text: '展望' } : statusCell('reported'),
    ]),
  }
}

function reading(edition: Edition): string {
  const monthly = edition.timeline.some(({ datetime, open }) => !open && datetime.length > 4)
  return monthly
    ? '实心点是写明时间的事，空心点是展望；红字是写明的月份或时段。'
    : '实心点是写明时间的事，空心点是展望；年内的位置不表示月份。'
}

/** The events that the source dates, year by year; what lies ahead is hollow. */
export const timeline: Chart = { reading, draw, table }
