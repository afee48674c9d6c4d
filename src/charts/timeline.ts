import { dot, ruleY, text } from '@observablehq/plot'
import { group } from 'd3'
import { plainCopy } from '../facts/copy.ts'
import type { Edition } from '../schemas/edition.ts'
import type { TimelineEvent } from '../schemas/timeline.ts'
import { header, nth, statusCell, words } from './cells.ts'
import type { Chart, Cut, Drawing, Table } from './chart.ts'
import { isCrowded } from './chart.ts'
import { wrap } from './lettering.ts'
import { counting } from './marks/units.ts'
import { plot } from './plot.ts'

/** An event, where it begins under its year, where its name does, broken into lines, and where that ends. */
interface Entry {
  event: TimelineEvent
  y: number
  named: number
  end: number
  name: string
}

const lineHeight = 1.5

/** Where years and events stand: the years side by side, or one under the other where there is no room for that. */
function layoutOf({ timeline }: Edition, cut: Cut) {
  const years = [...group(timeline, ({ year }) => year)]
  const level = !cut.narrow
  const size = Math.max(cut.lettering, 15)
  const numeral = isCrowded(cut) ? size * 1.6 : level ? 34 : 28
  const indent = size * 1.2
  const room = (level ? cut.width / years.length - 2 * size : cut.width) - indent
  const entries: Entry[] = []
  const starts: { year: number; y: number }[] = []
  let y = 0
  for (const [year, events] of years) {
    y = level || starts.length === 0 ? 2 : y + size
    starts.push({ year, y })
    y += numeral + size * (level ? 1.2 : 0.7)
    for (const event of events) {
      const lines = wrap(event.name, size, room)
      const named = y + (event.short ? size * lineHeight : 0)
      const end = named + lines.length * size * lineHeight
      entries.push({ event, y, named, end, name: lines.join('\n') })
      y = end + size * 0.6
    }
  }
  const height = Math.max(...entries.map(({ end }) => end))
  return { entries, starts, level, size, numeral, indent, height }
}

function draw(edition: Edition, cut: Cut): Drawing {
  const { entries, starts, level, size, numeral, indent, height } = layoutOf(edition, cut)
  const known = entries.filter(({ event }) => !event.open)
  const open = entries.filter(({ event }) => event.open)
  const [first = 0, end = 0] = [starts[0]?.year, (starts.at(-1)?.year ?? 0) + 1]
  const ahead = open[0]?.event.year ?? end
  const at = { x: ({ event }: Entry) => (level ? event.year : first), y: 'y' }
  const spot = { ...at, dx: size * 0.35, dy: size * 0.75, r: level ? 5 : 4 }
  const words = { ...at, textAnchor: 'start', lineAnchor: 'top', fontSize: size } as const
  const beside = { ...words, dx: indent, lineHeight } as const
  const axis = (x1: number, x2: number, className: string) =>
    level ? ruleY([numeral * 1.15], { x1, x2, className }) : null
  return plot(cut, {
    height,
    x: { domain: [first, end] },
    y: { domain: [height, 0] },
    marks: [
      text(starts, {
        ...words,
        x: level ? 'year' : () => first,
        text: ({ year }) => String(year),
        className: 'n',
        fontSize: numeral,
      }),
      axis(first, ahead, 'h'),
      ahead < end ? axis(ahead, end, 'u') : null,
      counting('timeline', dot(known, { ...spot, className: 'd' })),
      counting('timeline', dot(open, { ...spot, className: 'ud' })),
      text(entries, { ...beside, text: ({ event }: Entry) => event.short, className: 'ta' }),
      text(known, { ...beside, y: 'named', text: 'name', className: 'i' }),
      text(open, { ...beside, y: 'named', text: 'name', className: 'm' }),
    ],
  })
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
  return monthly ? '空心点是展望；红字是写明的月份或时段。' : '空心点是展望；年内的先后不表示月份。'
}

/** The events that the source dates, year by year; what lies ahead is hollow. */
export const timeline: Chart = { reading, draw, table }
